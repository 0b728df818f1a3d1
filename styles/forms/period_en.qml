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
            <Option name="Layer" type="QString" value="code_period_kind"></Option>
            <Option name="LayerName" type="QString" value="code_period_kind"></Option>
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
    <field configurationFlags="None" name="date_from">
      <editWidget type="DateTime">
        <config>
          <Option type="Map">
            <Option name="allow_null" type="bool" value="false"></Option>
            <Option name="calendar_popup" type="bool" value="true"></Option>
            <Option name="display_format" type="QString" value="yyyy-MM-dd"></Option>
            <Option name="field_format" type="QString" value="yyyy-MM-dd"></Option>
            <Option name="field_iso_format" type="bool" value="false"></Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="date_to">
      <editWidget type="DateTime">
        <config>
          <Option type="Map">
            <Option name="allow_null" type="bool" value="false"></Option>
            <Option name="calendar_popup" type="bool" value="true"></Option>
            <Option name="display_format" type="QString" value="yyyy-MM-dd"></Option>
            <Option name="field_format" type="QString" value="yyyy-MM-dd"></Option>
            <Option name="field_iso_format" type="bool" value="false"></Option>
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
            <Option name="Layer" type="QString" value="code_period_state"></Option>
            <Option name="LayerName" type="QString" value="code_period_state"></Option>
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
    <field configurationFlags="None" name="adopted_at">
      <editWidget type="RelationReference">
        <config>
          <Option type="Map">
            <Option name="AllowAddFeatures" type="bool" value="false"></Option>
            <Option name="AllowNULL" type="bool" value="true"></Option>
            <Option name="MapIdentification" type="bool" value="true"></Option>
            <Option name="OrderByValue" type="bool" value="true"></Option>
            <Option name="ReadOnly" type="bool" value="false"></Option>
            <Option name="Relation" type="QString" value="trygg_period_adopted_at"></Option>
            <Option name="ShowForm" type="bool" value="false"></Option>
            <Option name="ShowOpenFormButton" type="bool" value="true"></Option>
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
    <field configurationFlags="None" name="feedback">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option name="IsMultiline" type="bool" value="true"></Option>
            <Option name="UseHtml" type="bool" value="false"></Option>
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
    <alias field="kind" index="2" name="Kind of period"></alias>
    <alias field="date_from" index="3" name="From"></alias>
    <alias field="date_to" index="4" name="To"></alias>
    <alias field="status" index="5" name="State"></alias>
    <alias field="adopted_at" index="6" name="Adopted at meeting"></alias>
    <alias field="summary" index="7" name="Summary"></alias>
    <alias field="analysis" index="8" name="Analysis"></alias>
    <alias field="assessment" index="9" name="Assessment for the coming period"></alias>
    <alias field="feedback" index="10" name="Feedback to reporters"></alias>
    <alias field="uuid" index="11" name=""></alias>
    <alias field="version" index="12" name=""></alias>
    <alias field="created_at" index="13" name=""></alias>
    <alias field="created_by" index="14" name=""></alias>
    <alias field="changed_at" index="15" name=""></alias>
    <alias field="changed_by" index="16" name=""></alias>
    <alias field="deleted_at" index="17" name=""></alias>
  </aliases>
  <defaults>
    <default applyOnUpdate="0" expression="" field="fid"></default>
    <default applyOnUpdate="0" expression="" field="title"></default>
    <default applyOnUpdate="0" expression="" field="kind"></default>
    <default applyOnUpdate="0" expression="" field="date_from"></default>
    <default applyOnUpdate="0" expression="" field="date_to"></default>
    <default applyOnUpdate="0" expression="'collecting'" field="status"></default>
    <default applyOnUpdate="0" expression="" field="adopted_at"></default>
    <default applyOnUpdate="0" expression="" field="summary"></default>
    <default applyOnUpdate="0" expression="" field="analysis"></default>
    <default applyOnUpdate="0" expression="" field="assessment"></default>
    <default applyOnUpdate="0" expression="" field="feedback"></default>
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
    <constraint constraints="1" exp_strength="0" field="date_from" notnull_strength="1" unique_strength="0"></constraint>
    <constraint constraints="5" exp_strength="1" field="date_to" notnull_strength="1" unique_strength="0"></constraint>
    <constraint constraints="1" exp_strength="0" field="status" notnull_strength="1" unique_strength="0"></constraint>
    <constraint constraints="0" exp_strength="0" field="adopted_at" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="4" exp_strength="1" field="summary" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="4" exp_strength="1" field="analysis" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="4" exp_strength="1" field="assessment" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="4" exp_strength="1" field="feedback" notnull_strength="0" unique_strength="0"></constraint>
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
    <constraint desc="At most 80 characters." exp="(&quot;title&quot; IS NULL OR length(&quot;title&quot;) &lt;= 80)" field="title"></constraint>
    <constraint desc="" exp="" field="kind"></constraint>
    <constraint desc="" exp="" field="date_from"></constraint>
    <constraint desc="The period must begin before it ends." exp="(&quot;date_from&quot; IS NULL OR &quot;date_to&quot; IS NULL OR &quot;date_from&quot; &lt;= &quot;date_to&quot;)" field="date_to"></constraint>
    <constraint desc="" exp="" field="status"></constraint>
    <constraint desc="" exp="" field="adopted_at"></constraint>
    <constraint desc="At most 8000 characters." exp="(&quot;summary&quot; IS NULL OR length(&quot;summary&quot;) &lt;= 8000)" field="summary"></constraint>
    <constraint desc="At most 20000 characters." exp="(&quot;analysis&quot; IS NULL OR length(&quot;analysis&quot;) &lt;= 20000)" field="analysis"></constraint>
    <constraint desc="At most 8000 characters." exp="(&quot;assessment&quot; IS NULL OR length(&quot;assessment&quot;) &lt;= 8000)" field="assessment"></constraint>
    <constraint desc="At most 8000 characters." exp="(&quot;feedback&quot; IS NULL OR length(&quot;feedback&quot;) &lt;= 8000)" field="feedback"></constraint>
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
    <attributeEditorContainer columnCount="1" groupBox="0" name="Period" showLabel="1" visibilityExpression="" visibilityExpressionEnabled="0">
      <attributeEditorField index="1" name="title" showLabel="1"></attributeEditorField>
      <attributeEditorField index="2" name="kind" showLabel="1"></attributeEditorField>
      <attributeEditorField index="3" name="date_from" showLabel="1"></attributeEditorField>
      <attributeEditorField index="4" name="date_to" showLabel="1"></attributeEditorField>
      <attributeEditorField index="5" name="status" showLabel="1"></attributeEditorField>
      <attributeEditorField index="6" name="adopted_at" showLabel="1"></attributeEditorField>
    </attributeEditorContainer>
    <attributeEditorContainer columnCount="1" groupBox="0" name="Texts" showLabel="1" visibilityExpression="" visibilityExpressionEnabled="0">
      <attributeEditorField index="7" name="summary" showLabel="1"></attributeEditorField>
      <attributeEditorField index="8" name="analysis" showLabel="1"></attributeEditorField>
      <attributeEditorField index="9" name="assessment" showLabel="1"></attributeEditorField>
      <attributeEditorField index="10" name="feedback" showLabel="1"></attributeEditorField>
    </attributeEditorContainer>
    <attributeEditorContainer columnCount="1" groupBox="0" name="Traffic lights of problems" showLabel="1" visibilityExpression="" visibilityExpressionEnabled="0">
      <attributeEditorRelation forceSuppressFormPopup="0" label="" name="trygg_problem_light_period" nmRelationId="" relation="" relationWidgetTypeId="relation_editor" showLabel="0">
        <editor_configuration></editor_configuration>
      </attributeEditorRelation>
    </attributeEditorContainer>
    <attributeEditorContainer columnCount="1" groupBox="0" name="Meetings" showLabel="1" visibilityExpression="" visibilityExpressionEnabled="0">
      <attributeEditorRelation forceSuppressFormPopup="0" label="" name="trygg_meeting_period" nmRelationId="" relation="" relationWidgetTypeId="relation_editor" showLabel="0">
        <editor_configuration></editor_configuration>
      </attributeEditorRelation>
    </attributeEditorContainer>
    <attributeEditorContainer columnCount="1" groupBox="0" name="Traffic lights of areas" showLabel="1" visibilityExpression="" visibilityExpressionEnabled="0">
      <attributeEditorRelation forceSuppressFormPopup="0" label="" name="trygg_area_light_period" nmRelationId="" relation="" relationWidgetTypeId="relation_editor" showLabel="0">
        <editor_configuration></editor_configuration>
      </attributeEditorRelation>
    </attributeEditorContainer>
    <attributeEditorContainer columnCount="1" groupBox="0" name="Priority places" showLabel="1" visibilityExpression="" visibilityExpressionEnabled="0">
      <attributeEditorRelation forceSuppressFormPopup="0" label="" name="trygg_priority_place_period" nmRelationId="" relation="" relationWidgetTypeId="relation_editor" showLabel="0">
        <editor_configuration></editor_configuration>
      </attributeEditorRelation>
    </attributeEditorContainer>
    <attributeEditorContainer columnCount="1" groupBox="0" name="Editions" showLabel="1" visibilityExpression="" visibilityExpressionEnabled="0">
      <attributeEditorRelation forceSuppressFormPopup="0" label="" name="trygg_edition_period" nmRelationId="" relation="" relationWidgetTypeId="relation_editor" showLabel="0">
        <editor_configuration></editor_configuration>
      </attributeEditorRelation>
    </attributeEditorContainer>
  </attributeEditorForm>
  <editable>
    <field editable="1" name="adopted_at"></field>
    <field editable="1" name="analysis"></field>
    <field editable="1" name="assessment"></field>
    <field editable="1" name="date_from"></field>
    <field editable="1" name="date_to"></field>
    <field editable="1" name="feedback"></field>
    <field editable="1" name="kind"></field>
    <field editable="1" name="status"></field>
    <field editable="1" name="summary"></field>
    <field editable="1" name="title"></field>
  </editable>
  <labelOnTop></labelOnTop>
  <reuseLastValue></reuseLastValue>
  <dataDefinedFieldProperties></dataDefinedFieldProperties>
  <widgets></widgets>
  <layerGeometryType>4</layerGeometryType>
</qgis>
