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
    <field configurationFlags="None" name="code">
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
            <Option name="Layer" type="QString" value="code_area_kind"></Option>
            <Option name="LayerName" type="QString" value="code_area_kind"></Option>
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
    <field configurationFlags="None" name="parent">
      <editWidget type="RelationReference">
        <config>
          <Option type="Map">
            <Option name="AllowAddFeatures" type="bool" value="false"></Option>
            <Option name="AllowNULL" type="bool" value="true"></Option>
            <Option name="MapIdentification" type="bool" value="true"></Option>
            <Option name="OrderByValue" type="bool" value="true"></Option>
            <Option name="ReadOnly" type="bool" value="false"></Option>
            <Option name="Relation" type="QString" value="trygg_area_parent"></Option>
            <Option name="ShowForm" type="bool" value="false"></Option>
            <Option name="ShowOpenFormButton" type="bool" value="true"></Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="population">
      <editWidget type="Range">
        <config>
          <Option type="Map">
            <Option name="AllowNull" type="bool" value="true"></Option>
            <Option name="Max" type="int" value="2147483647"></Option>
            <Option name="Min" type="int" value="0"></Option>
            <Option name="Precision" type="int" value="0"></Option>
            <Option name="Step" type="int" value="1"></Option>
            <Option name="Style" type="QString" value="SpinBox"></Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="population_year">
      <editWidget type="Range">
        <config>
          <Option type="Map">
            <Option name="AllowNull" type="bool" value="true"></Option>
            <Option name="Max" type="int" value="2100"></Option>
            <Option name="Min" type="int" value="1968"></Option>
            <Option name="Precision" type="int" value="0"></Option>
            <Option name="Step" type="int" value="1"></Option>
            <Option name="Style" type="QString" value="SpinBox"></Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="in_atlas">
      <editWidget type="CheckBox">
        <config>
          <Option></Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="sort_order">
      <editWidget type="Range">
        <config>
          <Option type="Map">
            <Option name="AllowNull" type="bool" value="true"></Option>
            <Option name="Max" type="int" value="2147483647"></Option>
            <Option name="Min" type="int" value="-2147483648"></Option>
            <Option name="Precision" type="int" value="0"></Option>
            <Option name="Step" type="int" value="1"></Option>
            <Option name="Style" type="QString" value="SpinBox"></Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="note">
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
    <alias field="name" index="1" name="Name"></alias>
    <alias field="code" index="2" name="Area code"></alias>
    <alias field="kind" index="3" name="Kind"></alias>
    <alias field="parent" index="4" name="Part of"></alias>
    <alias field="population" index="5" name="Population"></alias>
    <alias field="population_year" index="6" name="Year of population"></alias>
    <alias field="in_atlas" index="7" name="Page of its own in the map atlas"></alias>
    <alias field="sort_order" index="8" name="Order"></alias>
    <alias field="note" index="9" name="Note"></alias>
    <alias field="uuid" index="10" name=""></alias>
    <alias field="version" index="11" name=""></alias>
    <alias field="created_at" index="12" name=""></alias>
    <alias field="created_by" index="13" name=""></alias>
    <alias field="changed_at" index="14" name=""></alias>
    <alias field="changed_by" index="15" name=""></alias>
    <alias field="deleted_at" index="16" name=""></alias>
  </aliases>
  <defaults>
    <default applyOnUpdate="0" expression="" field="fid"></default>
    <default applyOnUpdate="0" expression="" field="name"></default>
    <default applyOnUpdate="0" expression="" field="code"></default>
    <default applyOnUpdate="0" expression="'est_area'" field="kind"></default>
    <default applyOnUpdate="0" expression="" field="parent"></default>
    <default applyOnUpdate="0" expression="" field="population"></default>
    <default applyOnUpdate="0" expression="" field="population_year"></default>
    <default applyOnUpdate="0" expression="true" field="in_atlas"></default>
    <default applyOnUpdate="0" expression="" field="sort_order"></default>
    <default applyOnUpdate="0" expression="" field="note"></default>
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
    <constraint constraints="4" exp_strength="1" field="code" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="1" exp_strength="0" field="kind" notnull_strength="1" unique_strength="0"></constraint>
    <constraint constraints="4" exp_strength="1" field="parent" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="0" exp_strength="0" field="population" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="4" exp_strength="1" field="population_year" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="1" exp_strength="0" field="in_atlas" notnull_strength="1" unique_strength="0"></constraint>
    <constraint constraints="0" exp_strength="0" field="sort_order" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="4" exp_strength="1" field="note" notnull_strength="0" unique_strength="0"></constraint>
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
    <constraint desc="At most 120 characters." exp="(&quot;name&quot; IS NULL OR length(&quot;name&quot;) &lt;= 120)" field="name"></constraint>
    <constraint desc="At most 20 characters." exp="(&quot;code&quot; IS NULL OR length(&quot;code&quot;) &lt;= 20)" field="code"></constraint>
    <constraint desc="" exp="" field="kind"></constraint>
    <constraint desc="An area cannot be a part of itself." exp="(&quot;parent&quot; IS NULL OR &quot;uuid&quot; IS NULL OR &quot;parent&quot; &lt;> &quot;uuid&quot;)" field="parent"></constraint>
    <constraint desc="" exp="" field="population"></constraint>
    <constraint desc="Give the year of the population." exp="(&quot;population_year&quot; IS NOT NULL OR NOT coalesce(&quot;population&quot; IS NOT NULL, false))" field="population_year"></constraint>
    <constraint desc="" exp="" field="in_atlas"></constraint>
    <constraint desc="" exp="" field="sort_order"></constraint>
    <constraint desc="At most 1000 characters." exp="(&quot;note&quot; IS NULL OR length(&quot;note&quot;) &lt;= 1000)" field="note"></constraint>
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
    <attributeEditorContainer columnCount="1" groupBox="0" name="Area" showLabel="1" visibilityExpression="" visibilityExpressionEnabled="0">
      <attributeEditorField index="1" name="name" showLabel="1"></attributeEditorField>
      <attributeEditorField index="2" name="code" showLabel="1"></attributeEditorField>
      <attributeEditorField index="3" name="kind" showLabel="1"></attributeEditorField>
      <attributeEditorField index="4" name="parent" showLabel="1"></attributeEditorField>
      <attributeEditorField index="5" name="population" showLabel="1"></attributeEditorField>
      <attributeEditorField index="6" name="population_year" showLabel="1"></attributeEditorField>
      <attributeEditorField index="7" name="in_atlas" showLabel="1"></attributeEditorField>
      <attributeEditorField index="8" name="sort_order" showLabel="1"></attributeEditorField>
      <attributeEditorField index="9" name="note" showLabel="1"></attributeEditorField>
    </attributeEditorContainer>
    <attributeEditorContainer columnCount="1" groupBox="0" name="Incidents" showLabel="1" visibilityExpression="" visibilityExpressionEnabled="0">
      <attributeEditorRelation forceSuppressFormPopup="0" label="" name="trygg_incident_area" nmRelationId="" relation="" relationWidgetTypeId="relation_editor" showLabel="0">
        <editor_configuration></editor_configuration>
      </attributeEditorRelation>
    </attributeEditorContainer>
    <attributeEditorContainer columnCount="1" groupBox="0" name="Problems" showLabel="1" visibilityExpression="" visibilityExpressionEnabled="0">
      <attributeEditorRelation forceSuppressFormPopup="0" label="" name="trygg_problem_area" nmRelationId="" relation="" relationWidgetTypeId="relation_editor" showLabel="0">
        <editor_configuration></editor_configuration>
      </attributeEditorRelation>
    </attributeEditorContainer>
    <attributeEditorContainer columnCount="1" groupBox="0" name="Measures" showLabel="1" visibilityExpression="" visibilityExpressionEnabled="0">
      <attributeEditorRelation forceSuppressFormPopup="0" label="" name="trygg_measure_area" nmRelationId="" relation="" relationWidgetTypeId="relation_editor" showLabel="0">
        <editor_configuration></editor_configuration>
      </attributeEditorRelation>
    </attributeEditorContainer>
    <attributeEditorContainer columnCount="1" groupBox="0" name="Measures" showLabel="1" visibilityExpression="" visibilityExpressionEnabled="0">
      <attributeEditorRelation forceSuppressFormPopup="0" label="" name="trygg_measure_comparison_area" nmRelationId="" relation="" relationWidgetTypeId="relation_editor" showLabel="0">
        <editor_configuration></editor_configuration>
      </attributeEditorRelation>
    </attributeEditorContainer>
    <attributeEditorContainer columnCount="1" groupBox="0" name="Traffic lights of areas" showLabel="1" visibilityExpression="" visibilityExpressionEnabled="0">
      <attributeEditorRelation forceSuppressFormPopup="0" label="" name="trygg_area_light_area" nmRelationId="" relation="" relationWidgetTypeId="relation_editor" showLabel="0">
        <editor_configuration></editor_configuration>
      </attributeEditorRelation>
    </attributeEditorContainer>
    <attributeEditorContainer columnCount="1" groupBox="0" name="Priority places" showLabel="1" visibilityExpression="" visibilityExpressionEnabled="0">
      <attributeEditorRelation forceSuppressFormPopup="0" label="" name="trygg_priority_place_area" nmRelationId="" relation="" relationWidgetTypeId="relation_editor" showLabel="0">
        <editor_configuration></editor_configuration>
      </attributeEditorRelation>
    </attributeEditorContainer>
    <attributeEditorContainer columnCount="1" groupBox="0" name="Safety walks" showLabel="1" visibilityExpression="" visibilityExpressionEnabled="0">
      <attributeEditorRelation forceSuppressFormPopup="0" label="" name="trygg_walk_area" nmRelationId="" relation="" relationWidgetTypeId="relation_editor" showLabel="0">
        <editor_configuration></editor_configuration>
      </attributeEditorRelation>
    </attributeEditorContainer>
    <attributeEditorContainer columnCount="1" groupBox="0" name="Survey values" showLabel="1" visibilityExpression="" visibilityExpressionEnabled="0">
      <attributeEditorRelation forceSuppressFormPopup="0" label="" name="trygg_survey_value_area" nmRelationId="" relation="" relationWidgetTypeId="relation_editor" showLabel="0">
        <editor_configuration></editor_configuration>
      </attributeEditorRelation>
    </attributeEditorContainer>
    <attributeEditorContainer columnCount="1" groupBox="0" name="Areas" showLabel="1" visibilityExpression="" visibilityExpressionEnabled="0">
      <attributeEditorRelation forceSuppressFormPopup="0" label="" name="trygg_area_parent" nmRelationId="" relation="" relationWidgetTypeId="relation_editor" showLabel="0">
        <editor_configuration></editor_configuration>
      </attributeEditorRelation>
    </attributeEditorContainer>
  </attributeEditorForm>
  <editable>
    <field editable="1" name="code"></field>
    <field editable="1" name="in_atlas"></field>
    <field editable="1" name="kind"></field>
    <field editable="1" name="name"></field>
    <field editable="1" name="note"></field>
    <field editable="1" name="parent"></field>
    <field editable="1" name="population"></field>
    <field editable="1" name="population_year"></field>
    <field editable="1" name="sort_order"></field>
  </editable>
  <labelOnTop></labelOnTop>
  <reuseLastValue></reuseLastValue>
  <dataDefinedFieldProperties></dataDefinedFieldProperties>
  <widgets></widgets>
  <layerGeometryType>2</layerGeometryType>
</qgis>
