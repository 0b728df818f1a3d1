<qgis styleCategories="Fields|Forms" version="3.22">
  <fieldConfiguration>
    <field configurationFlags="None" name="fid">
      <editWidget type="Hidden">
        <config>
          <Option></Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="name">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option name="IsMultiline" type="bool" value="false"></Option>
            <Option name="UseHtml" type="bool" value="false"></Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="abbreviation">
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
            <Option name="Description" type="QString" value="&quot;description_sv&quot;"></Option>
            <Option name="FilterExpression" type="QString" value="(&quot;retired&quot; IS NOT true OR &quot;code&quot; = attribute(@current_feature, 'kind'))"></Option>
            <Option name="Key" type="QString" value="code"></Option>
            <Option name="Layer" type="QString" value="code_actor_kind"></Option>
            <Option name="LayerName" type="QString" value="code_actor_kind"></Option>
            <Option name="LayerProviderName" type="QString" value="ogr"></Option>
            <Option name="LayerSource" type="QString" value=""></Option>
            <Option name="NofColumns" type="int" value="1"></Option>
            <Option name="OrderByField" type="bool" value="true"></Option>
            <Option name="OrderByFieldName" type="QString" value="sort_order"></Option>
            <Option name="OrderByValue" type="bool" value="true"></Option>
            <Option name="UseCompleter" type="bool" value="false"></Option>
            <Option name="Value" type="QString" value="label_sv"></Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="parent">
      <editWidget type="RelationReference">
        <config>
          <Option type="Map">
            <Option name="AllowAddFeatures" type="bool" value="false"></Option>
            <Option name="AllowNULL" type="bool" value="true"></Option>
            <Option name="MapIdentification" type="bool" value="true"></Option>
            <Option name="OrderByValue" type="bool" value="true"></Option>
            <Option name="ReadOnly" type="bool" value="false"></Option>
            <Option name="Relation" type="QString" value="trygg_actor_parent"></Option>
            <Option name="ShowForm" type="bool" value="false"></Option>
            <Option name="ShowOpenFormButton" type="bool" value="true"></Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="contact_function">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option name="IsMultiline" type="bool" value="false"></Option>
            <Option name="UseHtml" type="bool" value="false"></Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="coordinating_function">
      <editWidget type="CheckBox">
        <config>
          <Option></Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="reports_incidents">
      <editWidget type="CheckBox">
        <config>
          <Option></Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="active">
      <editWidget type="CheckBox">
        <config>
          <Option></Option>
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
    <alias field="name" index="1" name="Namn"></alias>
    <alias field="abbreviation" index="2" name="Förkortning"></alias>
    <alias field="kind" index="3" name="Typ"></alias>
    <alias field="parent" index="4" name="Del av"></alias>
    <alias field="contact_function" index="5" name="Kontaktfunktion"></alias>
    <alias field="coordinating_function" index="6" name="Är kommunens samordningsfunktion"></alias>
    <alias field="reports_incidents" index="7" name="Rapporterar händelser"></alias>
    <alias field="active" index="8" name="Aktiv"></alias>
    <alias field="uuid" index="9" name=""></alias>
    <alias field="version" index="10" name=""></alias>
    <alias field="created_at" index="11" name=""></alias>
    <alias field="created_by" index="12" name=""></alias>
    <alias field="changed_at" index="13" name=""></alias>
    <alias field="changed_by" index="14" name=""></alias>
    <alias field="deleted_at" index="15" name=""></alias>
  </aliases>
  <defaults>
    <default applyOnUpdate="0" expression="" field="fid"></default>
    <default applyOnUpdate="0" expression="" field="name"></default>
    <default applyOnUpdate="0" expression="" field="abbreviation"></default>
    <default applyOnUpdate="0" expression="" field="kind"></default>
    <default applyOnUpdate="0" expression="" field="parent"></default>
    <default applyOnUpdate="0" expression="" field="contact_function"></default>
    <default applyOnUpdate="0" expression="false" field="coordinating_function"></default>
    <default applyOnUpdate="0" expression="true" field="reports_incidents"></default>
    <default applyOnUpdate="0" expression="true" field="active"></default>
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
    <constraint constraints="5" exp_strength="1" field="name" notnull_strength="1" unique_strength="0"></constraint>
    <constraint constraints="4" exp_strength="1" field="abbreviation" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="1" exp_strength="0" field="kind" notnull_strength="1" unique_strength="0"></constraint>
    <constraint constraints="4" exp_strength="1" field="parent" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="4" exp_strength="1" field="contact_function" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="0" exp_strength="0" field="coordinating_function" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="0" exp_strength="0" field="reports_incidents" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="1" exp_strength="0" field="active" notnull_strength="1" unique_strength="0"></constraint>
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
    <constraint desc="Högst 120 tecken." exp="(&quot;name&quot; IS NULL OR length(&quot;name&quot;) &lt;= 120)" field="name"></constraint>
    <constraint desc="Högst 20 tecken." exp="(&quot;abbreviation&quot; IS NULL OR length(&quot;abbreviation&quot;) &lt;= 20)" field="abbreviation"></constraint>
    <constraint desc="" exp="" field="kind"></constraint>
    <constraint desc="En aktör kan inte vara en del av sig själv." exp="(&quot;parent&quot; IS NULL OR &quot;uuid&quot; IS NULL OR &quot;parent&quot; &lt;> &quot;uuid&quot;)" field="parent"></constraint>
    <constraint desc="Högst 120 tecken." exp="(&quot;contact_function&quot; IS NULL OR length(&quot;contact_function&quot;) &lt;= 120)" field="contact_function"></constraint>
    <constraint desc="" exp="" field="coordinating_function"></constraint>
    <constraint desc="" exp="" field="reports_incidents"></constraint>
    <constraint desc="" exp="" field="active"></constraint>
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
    <attributeEditorContainer columnCount="1" groupBox="0" name="Aktör" showLabel="1" visibilityExpression="" visibilityExpressionEnabled="0">
      <attributeEditorField index="1" name="name" showLabel="1"></attributeEditorField>
      <attributeEditorField index="2" name="abbreviation" showLabel="1"></attributeEditorField>
      <attributeEditorField index="3" name="kind" showLabel="1"></attributeEditorField>
      <attributeEditorField index="4" name="parent" showLabel="1"></attributeEditorField>
      <attributeEditorField index="5" name="contact_function" showLabel="1"></attributeEditorField>
      <attributeEditorField index="6" name="coordinating_function" showLabel="1"></attributeEditorField>
      <attributeEditorField index="7" name="reports_incidents" showLabel="1"></attributeEditorField>
      <attributeEditorField index="8" name="active" showLabel="1"></attributeEditorField>
    </attributeEditorContainer>
    <attributeEditorContainer columnCount="1" groupBox="0" name="Händelser" showLabel="1" visibilityExpression="" visibilityExpressionEnabled="0">
      <attributeEditorRelation forceSuppressFormPopup="0" label="" name="trygg_incident_reporter_organisation" nmRelationId="" relation="" relationWidgetTypeId="relation_editor" showLabel="0">
        <editor_configuration></editor_configuration>
      </attributeEditorRelation>
    </attributeEditorContainer>
    <attributeEditorContainer columnCount="1" groupBox="0" name="Händelser" showLabel="1" visibilityExpression="" visibilityExpressionEnabled="0">
      <attributeEditorRelation forceSuppressFormPopup="0" label="" name="trygg_incident_owner_organisation" nmRelationId="" relation="" relationWidgetTypeId="relation_editor" showLabel="0">
        <editor_configuration></editor_configuration>
      </attributeEditorRelation>
    </attributeEditorContainer>
    <attributeEditorContainer columnCount="1" groupBox="0" name="Vidareförmedlingar" showLabel="1" visibilityExpression="" visibilityExpressionEnabled="0">
      <attributeEditorRelation forceSuppressFormPopup="0" label="" name="trygg_incident_forward_organisation" nmRelationId="" relation="" relationWidgetTypeId="relation_editor" showLabel="0">
        <editor_configuration></editor_configuration>
      </attributeEditorRelation>
    </attributeEditorContainer>
    <attributeEditorContainer columnCount="1" groupBox="0" name="Återkopplingskvitton" showLabel="1" visibilityExpression="" visibilityExpressionEnabled="0">
      <attributeEditorRelation forceSuppressFormPopup="0" label="" name="trygg_feedback_receipt_organisation" nmRelationId="" relation="" relationWidgetTypeId="relation_editor" showLabel="0">
        <editor_configuration></editor_configuration>
      </attributeEditorRelation>
    </attributeEditorContainer>
    <attributeEditorContainer columnCount="1" groupBox="0" name="Problem" showLabel="1" visibilityExpression="" visibilityExpressionEnabled="0">
      <attributeEditorRelation forceSuppressFormPopup="0" label="" name="trygg_problem_responsible_organisation" nmRelationId="" relation="" relationWidgetTypeId="relation_editor" showLabel="0">
        <editor_configuration></editor_configuration>
      </attributeEditorRelation>
    </attributeEditorContainer>
    <attributeEditorContainer columnCount="1" groupBox="0" name="Åtgärder" showLabel="1" visibilityExpression="" visibilityExpressionEnabled="0">
      <attributeEditorRelation forceSuppressFormPopup="0" label="" name="trygg_measure_responsible_organisation" nmRelationId="" relation="" relationWidgetTypeId="relation_editor" showLabel="0">
        <editor_configuration></editor_configuration>
      </attributeEditorRelation>
    </attributeEditorContainer>
    <attributeEditorContainer columnCount="1" groupBox="0" name="Mötesdeltagare" showLabel="1" visibilityExpression="" visibilityExpressionEnabled="0">
      <attributeEditorRelation forceSuppressFormPopup="0" label="" name="trygg_meeting_participant_organisation" nmRelationId="" relation="" relationWidgetTypeId="relation_editor" showLabel="0">
        <editor_configuration></editor_configuration>
      </attributeEditorRelation>
    </attributeEditorContainer>
    <attributeEditorContainer columnCount="1" groupBox="0" name="Beslut" showLabel="1" visibilityExpression="" visibilityExpressionEnabled="0">
      <attributeEditorRelation forceSuppressFormPopup="0" label="" name="trygg_decision_responsible_organisation" nmRelationId="" relation="" relationWidgetTypeId="relation_editor" showLabel="0">
        <editor_configuration></editor_configuration>
      </attributeEditorRelation>
    </attributeEditorContainer>
    <attributeEditorContainer columnCount="1" groupBox="0" name="Prioriterade platser" showLabel="1" visibilityExpression="" visibilityExpressionEnabled="0">
      <attributeEditorRelation forceSuppressFormPopup="0" label="" name="trygg_priority_place_organisation" nmRelationId="" relation="" relationWidgetTypeId="relation_editor" showLabel="0">
        <editor_configuration></editor_configuration>
      </attributeEditorRelation>
    </attributeEditorContainer>
    <attributeEditorContainer columnCount="1" groupBox="0" name="Parter i överenskommelser" showLabel="1" visibilityExpression="" visibilityExpressionEnabled="0">
      <attributeEditorRelation forceSuppressFormPopup="0" label="" name="trygg_agreement_party_actor" nmRelationId="" relation="" relationWidgetTypeId="relation_editor" showLabel="0">
        <editor_configuration></editor_configuration>
      </attributeEditorRelation>
    </attributeEditorContainer>
    <attributeEditorContainer columnCount="1" groupBox="0" name="Utlämnanden" showLabel="1" visibilityExpression="" visibilityExpressionEnabled="0">
      <attributeEditorRelation forceSuppressFormPopup="0" label="" name="trygg_disclosure_recipient_organisation" nmRelationId="" relation="" relationWidgetTypeId="relation_editor" showLabel="0">
        <editor_configuration></editor_configuration>
      </attributeEditorRelation>
    </attributeEditorContainer>
    <attributeEditorContainer columnCount="1" groupBox="0" name="Vandringsdeltagare" showLabel="1" visibilityExpression="" visibilityExpressionEnabled="0">
      <attributeEditorRelation forceSuppressFormPopup="0" label="" name="trygg_walk_participant_organisation" nmRelationId="" relation="" relationWidgetTypeId="relation_editor" showLabel="0">
        <editor_configuration></editor_configuration>
      </attributeEditorRelation>
    </attributeEditorContainer>
    <attributeEditorContainer columnCount="1" groupBox="0" name="Vandringspunkter" showLabel="1" visibilityExpression="" visibilityExpressionEnabled="0">
      <attributeEditorRelation forceSuppressFormPopup="0" label="" name="trygg_walk_point_owner_organisation" nmRelationId="" relation="" relationWidgetTypeId="relation_editor" showLabel="0">
        <editor_configuration></editor_configuration>
      </attributeEditorRelation>
    </attributeEditorContainer>
    <attributeEditorContainer columnCount="1" groupBox="0" name="Aktörer" showLabel="1" visibilityExpression="" visibilityExpressionEnabled="0">
      <attributeEditorRelation forceSuppressFormPopup="0" label="" name="trygg_actor_parent" nmRelationId="" relation="" relationWidgetTypeId="relation_editor" showLabel="0">
        <editor_configuration></editor_configuration>
      </attributeEditorRelation>
    </attributeEditorContainer>
  </attributeEditorForm>
  <editable>
    <field editable="1" name="abbreviation"></field>
    <field editable="1" name="active"></field>
    <field editable="1" name="contact_function"></field>
    <field editable="1" name="coordinating_function"></field>
    <field editable="1" name="kind"></field>
    <field editable="1" name="name"></field>
    <field editable="1" name="parent"></field>
    <field editable="1" name="reports_incidents"></field>
  </editable>
  <labelOnTop></labelOnTop>
  <reuseLastValue></reuseLastValue>
  <dataDefinedFieldProperties></dataDefinedFieldProperties>
  <widgets></widgets>
  <layerGeometryType>4</layerGeometryType>
</qgis>
