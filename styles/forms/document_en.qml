<qgis styleCategories="Fields|Forms" version="3.22">
  <fieldConfiguration>
    <field configurationFlags="None" name="fid">
      <editWidget type="Hidden">
        <config>
          <Option></Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="title">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option name="IsMultiline" type="bool" value="false"></Option>
            <Option name="UseHtml" type="bool" value="false"></Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="kind">
      <editWidget type="ValueRelation">
        <config>
          <Option type="Map">
            <Option name="AllowMulti" type="bool" value="false"></Option>
            <Option name="AllowNull" type="bool" value="false"></Option>
            <Option name="Description" type="QString" value="&quot;description_en&quot;"></Option>
            <Option name="FilterExpression" type="QString" value="(&quot;retired&quot; IS NOT true OR &quot;code&quot; = attribute(@current_feature, 'kind'))"></Option>
            <Option name="Key" type="QString" value="code"></Option>
            <Option name="Layer" type="QString" value="code_document_kind"></Option>
            <Option name="LayerName" type="QString" value="code_document_kind"></Option>
            <Option name="LayerProviderName" type="QString" value="ogr"></Option>
            <Option name="LayerSource" type="QString" value=""></Option>
            <Option name="NofColumns" type="int" value="1"></Option>
            <Option name="OrderByField" type="bool" value="true"></Option>
            <Option name="OrderByFieldName" type="QString" value="sort_order"></Option>
            <Option name="OrderByValue" type="bool" value="true"></Option>
            <Option name="UseCompleter" type="bool" value="false"></Option>
            <Option name="Value" type="QString" value="label_en"></Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="edition">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option name="IsMultiline" type="bool" value="false"></Option>
            <Option name="UseHtml" type="bool" value="false"></Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="valid_from">
      <editWidget type="DateTime">
        <config>
          <Option type="Map">
            <Option name="allow_null" type="bool" value="true"></Option>
            <Option name="calendar_popup" type="bool" value="true"></Option>
            <Option name="display_format" type="QString" value="yyyy-MM-dd"></Option>
            <Option name="field_format" type="QString" value="yyyy-MM-dd"></Option>
            <Option name="field_iso_format" type="bool" value="false"></Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="valid_to">
      <editWidget type="DateTime">
        <config>
          <Option type="Map">
            <Option name="allow_null" type="bool" value="true"></Option>
            <Option name="calendar_popup" type="bool" value="true"></Option>
            <Option name="display_format" type="QString" value="yyyy-MM-dd"></Option>
            <Option name="field_format" type="QString" value="yyyy-MM-dd"></Option>
            <Option name="field_iso_format" type="bool" value="false"></Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="based_on">
      <editWidget type="RelationReference">
        <config>
          <Option type="Map">
            <Option name="AllowAddFeatures" type="bool" value="false"></Option>
            <Option name="AllowNULL" type="bool" value="true"></Option>
            <Option name="MapIdentification" type="bool" value="true"></Option>
            <Option name="OrderByValue" type="bool" value="true"></Option>
            <Option name="ReadOnly" type="bool" value="false"></Option>
            <Option name="Relation" type="QString" value="trygg_document_based_on"></Option>
            <Option name="ShowForm" type="bool" value="false"></Option>
            <Option name="ShowOpenFormButton" type="bool" value="true"></Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="replaces">
      <editWidget type="RelationReference">
        <config>
          <Option type="Map">
            <Option name="AllowAddFeatures" type="bool" value="false"></Option>
            <Option name="AllowNULL" type="bool" value="true"></Option>
            <Option name="MapIdentification" type="bool" value="true"></Option>
            <Option name="OrderByValue" type="bool" value="true"></Option>
            <Option name="ReadOnly" type="bool" value="false"></Option>
            <Option name="Relation" type="QString" value="trygg_document_replaces"></Option>
            <Option name="ShowForm" type="bool" value="false"></Option>
            <Option name="ShowOpenFormButton" type="bool" value="true"></Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="other_statutes">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option name="IsMultiline" type="bool" value="true"></Option>
            <Option name="UseHtml" type="bool" value="false"></Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="summary">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option name="IsMultiline" type="bool" value="true"></Option>
            <Option name="UseHtml" type="bool" value="false"></Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="assessment">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option name="IsMultiline" type="bool" value="true"></Option>
            <Option name="UseHtml" type="bool" value="false"></Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="mapping">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option name="IsMultiline" type="bool" value="true"></Option>
            <Option name="UseHtml" type="bool" value="false"></Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="other_information">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option name="IsMultiline" type="bool" value="true"></Option>
            <Option name="UseHtml" type="bool" value="false"></Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="analysis">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option name="IsMultiline" type="bool" value="true"></Option>
            <Option name="UseHtml" type="bool" value="false"></Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="status">
      <editWidget type="ValueRelation">
        <config>
          <Option type="Map">
            <Option name="AllowMulti" type="bool" value="false"></Option>
            <Option name="AllowNull" type="bool" value="false"></Option>
            <Option name="Description" type="QString" value="&quot;description_en&quot;"></Option>
            <Option name="FilterExpression" type="QString" value="(&quot;retired&quot; IS NOT true OR &quot;code&quot; = attribute(@current_feature, 'status'))"></Option>
            <Option name="Key" type="QString" value="code"></Option>
            <Option name="Layer" type="QString" value="code_document_state"></Option>
            <Option name="LayerName" type="QString" value="code_document_state"></Option>
            <Option name="LayerProviderName" type="QString" value="ogr"></Option>
            <Option name="LayerSource" type="QString" value=""></Option>
            <Option name="NofColumns" type="int" value="1"></Option>
            <Option name="OrderByField" type="bool" value="true"></Option>
            <Option name="OrderByFieldName" type="QString" value="sort_order"></Option>
            <Option name="OrderByValue" type="bool" value="true"></Option>
            <Option name="UseCompleter" type="bool" value="false"></Option>
            <Option name="Value" type="QString" value="label_en"></Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="decided_date">
      <editWidget type="DateTime">
        <config>
          <Option type="Map">
            <Option name="allow_null" type="bool" value="true"></Option>
            <Option name="calendar_popup" type="bool" value="true"></Option>
            <Option name="display_format" type="QString" value="yyyy-MM-dd"></Option>
            <Option name="field_format" type="QString" value="yyyy-MM-dd"></Option>
            <Option name="field_iso_format" type="bool" value="false"></Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="deciding_body">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option name="IsMultiline" type="bool" value="false"></Option>
            <Option name="UseHtml" type="bool" value="false"></Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="registry_number">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option name="IsMultiline" type="bool" value="false"></Option>
            <Option name="UseHtml" type="bool" value="false"></Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="followed_up_date">
      <editWidget type="DateTime">
        <config>
          <Option type="Map">
            <Option name="allow_null" type="bool" value="true"></Option>
            <Option name="calendar_popup" type="bool" value="true"></Option>
            <Option name="display_format" type="QString" value="yyyy-MM-dd"></Option>
            <Option name="field_format" type="QString" value="yyyy-MM-dd"></Option>
            <Option name="field_iso_format" type="bool" value="false"></Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="follow_up_summary">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option name="IsMultiline" type="bool" value="true"></Option>
            <Option name="UseHtml" type="bool" value="false"></Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="file">
      <editWidget type="ExternalResource">
        <config>
          <Option type="Map">
            <Option name="DocumentViewer" type="int" value="1"></Option>
            <Option name="DocumentViewerHeight" type="int" value="160"></Option>
            <Option name="FileWidget" type="bool" value="true"></Option>
            <Option name="FileWidgetButton" type="bool" value="true"></Option>
            <Option name="FileWidgetFilter" type="QString" value=""></Option>
            <Option name="RelativeStorage" type="int" value="1"></Option>
            <Option name="StorageMode" type="int" value="0"></Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="uuid">
      <editWidget type="Hidden">
        <config>
          <Option></Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="version">
      <editWidget type="Hidden">
        <config>
          <Option></Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="created_at">
      <editWidget type="Hidden">
        <config>
          <Option></Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="created_by">
      <editWidget type="Hidden">
        <config>
          <Option></Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="changed_at">
      <editWidget type="Hidden">
        <config>
          <Option></Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="changed_by">
      <editWidget type="Hidden">
        <config>
          <Option></Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="deleted_at">
      <editWidget type="Hidden">
        <config>
          <Option></Option>
        </config>
      </editWidget>
    </field>
  </fieldConfiguration>
  <aliases>
    <alias field="fid" index="0" name=""></alias>
    <alias field="title" index="1" name="Title"></alias>
    <alias field="kind" index="2" name="Kind of document"></alias>
    <alias field="edition" index="3" name="Version"></alias>
    <alias field="valid_from" index="4" name="Covers from"></alias>
    <alias field="valid_to" index="5" name="Covers to"></alias>
    <alias field="based_on" index="6" name="Rests on situation picture"></alias>
    <alias field="replaces" index="7" name="Replaces"></alias>
    <alias field="other_statutes" index="8" name="Integrated with other planning"></alias>
    <alias field="summary" index="9" name="Summary"></alias>
    <alias field="assessment" index="10" name="Assessment"></alias>
    <alias field="mapping" index="11" name="1. Mapping"></alias>
    <alias field="other_information" index="12" name="2. Other information of importance"></alias>
    <alias field="analysis" index="13" name="3. Analysis"></alias>
    <alias field="status" index="14" name="State"></alias>
    <alias field="decided_date" index="15" name="Date of decision"></alias>
    <alias field="deciding_body" index="16" name="Deciding body"></alias>
    <alias field="registry_number" index="17" name="Registry number"></alias>
    <alias field="followed_up_date" index="18" name="Followed up"></alias>
    <alias field="follow_up_summary" index="19" name="What the follow-up showed"></alias>
    <alias field="file" index="20" name="File"></alias>
    <alias field="uuid" index="21" name=""></alias>
    <alias field="version" index="22" name=""></alias>
    <alias field="created_at" index="23" name=""></alias>
    <alias field="created_by" index="24" name=""></alias>
    <alias field="changed_at" index="25" name=""></alias>
    <alias field="changed_by" index="26" name=""></alias>
    <alias field="deleted_at" index="27" name=""></alias>
  </aliases>
  <defaults>
    <default applyOnUpdate="0" expression="" field="fid"></default>
    <default applyOnUpdate="0" expression="" field="title"></default>
    <default applyOnUpdate="0" expression="" field="kind"></default>
    <default applyOnUpdate="0" expression="" field="edition"></default>
    <default applyOnUpdate="0" expression="" field="valid_from"></default>
    <default applyOnUpdate="0" expression="" field="valid_to"></default>
    <default applyOnUpdate="0" expression="" field="based_on"></default>
    <default applyOnUpdate="0" expression="" field="replaces"></default>
    <default applyOnUpdate="0" expression="" field="other_statutes"></default>
    <default applyOnUpdate="0" expression="" field="summary"></default>
    <default applyOnUpdate="0" expression="" field="assessment"></default>
    <default applyOnUpdate="0" expression="" field="mapping"></default>
    <default applyOnUpdate="0" expression="" field="other_information"></default>
    <default applyOnUpdate="0" expression="" field="analysis"></default>
    <default applyOnUpdate="0" expression="'draft'" field="status"></default>
    <default applyOnUpdate="0" expression="" field="decided_date"></default>
    <default applyOnUpdate="0" expression="" field="deciding_body"></default>
    <default applyOnUpdate="0" expression="" field="registry_number"></default>
    <default applyOnUpdate="0" expression="" field="followed_up_date"></default>
    <default applyOnUpdate="0" expression="" field="follow_up_summary"></default>
    <default applyOnUpdate="0" expression="" field="file"></default>
    <default applyOnUpdate="0" expression="uuid('WithoutBraces')" field="uuid"></default>
    <default applyOnUpdate="0" expression="" field="version"></default>
    <default applyOnUpdate="0" expression="" field="created_at"></default>
    <default applyOnUpdate="0" expression="@user_account_name" field="created_by"></default>
    <default applyOnUpdate="1" expression="now()" field="changed_at"></default>
    <default applyOnUpdate="1" expression="@user_account_name" field="changed_by"></default>
    <default applyOnUpdate="0" expression="" field="deleted_at"></default>
  </defaults>
  <constraints>
    <constraint constraints="0" exp_strength="0" field="fid" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="5" exp_strength="1" field="title" notnull_strength="1" unique_strength="0"></constraint>
    <constraint constraints="1" exp_strength="0" field="kind" notnull_strength="1" unique_strength="0"></constraint>
    <constraint constraints="4" exp_strength="1" field="edition" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="0" exp_strength="0" field="valid_from" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="4" exp_strength="1" field="valid_to" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="4" exp_strength="1" field="based_on" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="4" exp_strength="1" field="replaces" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="4" exp_strength="1" field="other_statutes" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="4" exp_strength="1" field="summary" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="4" exp_strength="1" field="assessment" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="4" exp_strength="1" field="mapping" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="4" exp_strength="1" field="other_information" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="4" exp_strength="1" field="analysis" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="1" exp_strength="0" field="status" notnull_strength="1" unique_strength="0"></constraint>
    <constraint constraints="4" exp_strength="1" field="decided_date" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="4" exp_strength="1" field="deciding_body" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="4" exp_strength="1" field="registry_number" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="4" exp_strength="1" field="followed_up_date" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="4" exp_strength="1" field="follow_up_summary" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="0" exp_strength="0" field="file" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="0" exp_strength="0" field="uuid" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="0" exp_strength="0" field="version" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="0" exp_strength="0" field="created_at" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="0" exp_strength="0" field="created_by" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="0" exp_strength="0" field="changed_at" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="0" exp_strength="0" field="changed_by" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="0" exp_strength="0" field="deleted_at" notnull_strength="0" unique_strength="0"></constraint>
  </constraints>
  <constraintExpressions>
    <constraint desc="" exp="" field="fid"></constraint>
    <constraint desc="At most 160 characters." exp="(&quot;title&quot; IS NULL OR length(&quot;title&quot;) &lt;= 160)" field="title"></constraint>
    <constraint desc="" exp="" field="kind"></constraint>
    <constraint desc="At most 20 characters." exp="(&quot;edition&quot; IS NULL OR length(&quot;edition&quot;) &lt;= 20)" field="edition"></constraint>
    <constraint desc="" exp="" field="valid_from"></constraint>
    <constraint desc="The time that the document covers must begin before it ends." exp="(&quot;valid_from&quot; IS NULL OR &quot;valid_to&quot; IS NULL OR &quot;valid_from&quot; &lt;= &quot;valid_to&quot;)" field="valid_to"></constraint>
    <constraint desc="Say which situation picture the action plan rests on (section 5). A document cannot rest on itself." exp="(&quot;based_on&quot; IS NOT NULL OR NOT coalesce(&quot;kind&quot; IN ('action_plan'), false)) AND (&quot;based_on&quot; IS NULL OR &quot;uuid&quot; IS NULL OR &quot;based_on&quot; &lt;> &quot;uuid&quot;)" field="based_on"></constraint>
    <constraint desc="A document cannot replace itself." exp="(&quot;replaces&quot; IS NULL OR &quot;uuid&quot; IS NULL OR &quot;replaces&quot; &lt;> &quot;uuid&quot;)" field="replaces"></constraint>
    <constraint desc="At most 2000 characters." exp="(&quot;other_statutes&quot; IS NULL OR length(&quot;other_statutes&quot;) &lt;= 2000)" field="other_statutes"></constraint>
    <constraint desc="At most 8000 characters." exp="(&quot;summary&quot; IS NULL OR length(&quot;summary&quot;) &lt;= 8000)" field="summary"></constraint>
    <constraint desc="At most 20000 characters." exp="(&quot;assessment&quot; IS NULL OR length(&quot;assessment&quot;) &lt;= 20000)" field="assessment"></constraint>
    <constraint desc="At most 40000 characters." exp="(&quot;mapping&quot; IS NULL OR length(&quot;mapping&quot;) &lt;= 40000)" field="mapping"></constraint>
    <constraint desc="At most 40000 characters." exp="(&quot;other_information&quot; IS NULL OR length(&quot;other_information&quot;) &lt;= 40000)" field="other_information"></constraint>
    <constraint desc="At most 40000 characters." exp="(&quot;analysis&quot; IS NULL OR length(&quot;analysis&quot;) &lt;= 40000)" field="analysis"></constraint>
    <constraint desc="" exp="" field="status"></constraint>
    <constraint desc="A decided document needs a date of decision. The date of decision lies in the future." exp="(&quot;decided_date&quot; IS NOT NULL OR NOT coalesce(&quot;status&quot; IN ('decided', 'in_force', 'being_followed_up', 'replaced'), false)) AND (&quot;decided_date&quot; IS NULL OR &quot;decided_date&quot; &lt;= now() + to_interval('1 minute'))" field="decided_date"></constraint>
    <constraint desc="At most 120 characters. A decided document needs a deciding body." exp="(&quot;deciding_body&quot; IS NULL OR length(&quot;deciding_body&quot;) &lt;= 120) AND (&quot;deciding_body&quot; IS NOT NULL OR NOT coalesce(&quot;status&quot; IN ('decided', 'in_force', 'being_followed_up', 'replaced'), false))" field="deciding_body"></constraint>
    <constraint desc="At most 40 characters. A decided document needs a registry number." exp="(&quot;registry_number&quot; IS NULL OR length(&quot;registry_number&quot;) &lt;= 40) AND (&quot;registry_number&quot; IS NOT NULL OR NOT coalesce(&quot;status&quot; IN ('decided', 'in_force', 'being_followed_up', 'replaced'), false))" field="registry_number"></constraint>
    <constraint desc="The document cannot be followed up before it is decided." exp="(&quot;decided_date&quot; IS NULL OR &quot;followed_up_date&quot; IS NULL OR &quot;decided_date&quot; &lt;= &quot;followed_up_date&quot;)" field="followed_up_date"></constraint>
    <constraint desc="At most 20000 characters." exp="(&quot;follow_up_summary&quot; IS NULL OR length(&quot;follow_up_summary&quot;) &lt;= 20000)" field="follow_up_summary"></constraint>
    <constraint desc="" exp="" field="file"></constraint>
    <constraint desc="" exp="" field="uuid"></constraint>
    <constraint desc="" exp="" field="version"></constraint>
    <constraint desc="" exp="" field="created_at"></constraint>
    <constraint desc="" exp="" field="created_by"></constraint>
    <constraint desc="" exp="" field="changed_at"></constraint>
    <constraint desc="" exp="" field="changed_by"></constraint>
    <constraint desc="" exp="" field="deleted_at"></constraint>
  </constraintExpressions>
  <expressionfields></expressionfields>
  <editform tolerant="1"></editform>
  <editforminit></editforminit>
  <editforminitcodesource>0</editforminitcodesource>
  <editforminitfilepath></editforminitfilepath>
  <editforminitcode></editforminitcode>
  <featformsuppress>0</featformsuppress>
  <editorlayout>tablayout</editorlayout>
  <attributeEditorForm>
    <attributeEditorContainer columnCount="1" groupBox="0" name="Document" showLabel="1" visibilityExpression="" visibilityExpressionEnabled="0">
      <attributeEditorField index="1" name="title" showLabel="1"></attributeEditorField>
      <attributeEditorField index="2" name="kind" showLabel="1"></attributeEditorField>
      <attributeEditorField index="3" name="edition" showLabel="1"></attributeEditorField>
      <attributeEditorField index="4" name="valid_from" showLabel="1"></attributeEditorField>
      <attributeEditorField index="5" name="valid_to" showLabel="1"></attributeEditorField>
      <attributeEditorContainer columnCount="1" groupBox="1" name="Rests on situation picture" showLabel="0" visibilityExpression="&quot;kind&quot; = 'action_plan'" visibilityExpressionEnabled="1">
        <attributeEditorField index="6" name="based_on" showLabel="1"></attributeEditorField>
      </attributeEditorContainer>
      <attributeEditorField index="7" name="replaces" showLabel="1"></attributeEditorField>
      <attributeEditorField index="8" name="other_statutes" showLabel="1"></attributeEditorField>
    </attributeEditorContainer>
    <attributeEditorContainer columnCount="1" groupBox="0" name="Texts" showLabel="1" visibilityExpression="&quot;kind&quot; is null or &quot;kind&quot; &lt;> 'situation_picture'" visibilityExpressionEnabled="1">
      <attributeEditorField index="9" name="summary" showLabel="1"></attributeEditorField>
      <attributeEditorField index="10" name="assessment" showLabel="1"></attributeEditorField>
    </attributeEditorContainer>
    <attributeEditorContainer columnCount="1" groupBox="0" name="Parts under section 4" showLabel="1" visibilityExpression="&quot;kind&quot; is null or &quot;kind&quot; &lt;> 'yearly_report'" visibilityExpressionEnabled="1">
      <attributeEditorField index="11" name="mapping" showLabel="1"></attributeEditorField>
      <attributeEditorField index="12" name="other_information" showLabel="1"></attributeEditorField>
      <attributeEditorField index="13" name="analysis" showLabel="1"></attributeEditorField>
    </attributeEditorContainer>
    <attributeEditorContainer columnCount="1" groupBox="0" name="Decision" showLabel="1" visibilityExpression="" visibilityExpressionEnabled="0">
      <attributeEditorField index="14" name="status" showLabel="1"></attributeEditorField>
      <attributeEditorField index="15" name="decided_date" showLabel="1"></attributeEditorField>
      <attributeEditorField index="16" name="deciding_body" showLabel="1"></attributeEditorField>
      <attributeEditorField index="17" name="registry_number" showLabel="1"></attributeEditorField>
      <attributeEditorField index="18" name="followed_up_date" showLabel="1"></attributeEditorField>
      <attributeEditorField index="19" name="follow_up_summary" showLabel="1"></attributeEditorField>
      <attributeEditorField index="20" name="file" showLabel="1"></attributeEditorField>
    </attributeEditorContainer>
    <attributeEditorContainer columnCount="1" groupBox="0" name="Statutory documents" showLabel="1" visibilityExpression="" visibilityExpressionEnabled="0">
      <attributeEditorRelation forceSuppressFormPopup="0" label="" name="trygg_document_based_on" nmRelationId="" relation="" relationWidgetTypeId="relation_editor" showLabel="0">
        <editor_configuration></editor_configuration>
      </attributeEditorRelation>
    </attributeEditorContainer>
    <attributeEditorContainer columnCount="1" groupBox="0" name="Statutory documents" showLabel="1" visibilityExpression="" visibilityExpressionEnabled="0">
      <attributeEditorRelation forceSuppressFormPopup="0" label="" name="trygg_document_replaces" nmRelationId="" relation="" relationWidgetTypeId="relation_editor" showLabel="0">
        <editor_configuration></editor_configuration>
      </attributeEditorRelation>
    </attributeEditorContainer>
    <attributeEditorContainer columnCount="1" groupBox="0" name="Editions" showLabel="1" visibilityExpression="" visibilityExpressionEnabled="0">
      <attributeEditorRelation forceSuppressFormPopup="0" label="" name="trygg_edition_document" nmRelationId="" relation="" relationWidgetTypeId="relation_editor" showLabel="0">
        <editor_configuration></editor_configuration>
      </attributeEditorRelation>
    </attributeEditorContainer>
  </attributeEditorForm>
  <editable>
    <field editable="1" name="analysis"></field>
    <field editable="1" name="assessment"></field>
    <field editable="1" name="based_on"></field>
    <field editable="1" name="decided_date"></field>
    <field editable="1" name="deciding_body"></field>
    <field editable="1" name="edition"></field>
    <field editable="1" name="file"></field>
    <field editable="1" name="follow_up_summary"></field>
    <field editable="1" name="followed_up_date"></field>
    <field editable="1" name="kind"></field>
    <field editable="1" name="mapping"></field>
    <field editable="1" name="other_information"></field>
    <field editable="1" name="other_statutes"></field>
    <field editable="1" name="registry_number"></field>
    <field editable="1" name="replaces"></field>
    <field editable="1" name="status"></field>
    <field editable="1" name="summary"></field>
    <field editable="1" name="title"></field>
    <field editable="1" name="valid_from"></field>
    <field editable="1" name="valid_to"></field>
  </editable>
  <labelOnTop></labelOnTop>
  <reuseLastValue></reuseLastValue>
  <dataDefinedFieldProperties></dataDefinedFieldProperties>
  <widgets></widgets>
  <layerGeometryType>4</layerGeometryType>
</qgis>
