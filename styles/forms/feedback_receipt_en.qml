<qgis styleCategories="Fields|Forms" version="3.22">
  <fieldConfiguration>
    <field configurationFlags="None" name="fid">
      <editWidget type="Hidden">
        <config>
          <Option></Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="incident">
      <editWidget type="RelationReference">
        <config>
          <Option type="Map">
            <Option name="AllowAddFeatures" type="bool" value="false"></Option>
            <Option name="AllowNULL" type="bool" value="false"></Option>
            <Option name="MapIdentification" type="bool" value="true"></Option>
            <Option name="OrderByValue" type="bool" value="true"></Option>
            <Option name="ReadOnly" type="bool" value="false"></Option>
            <Option name="Relation" type="QString" value="trygg_feedback_receipt_incident"></Option>
            <Option name="ShowForm" type="bool" value="false"></Option>
            <Option name="ShowOpenFormButton" type="bool" value="true"></Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="organisation">
      <editWidget type="RelationReference">
        <config>
          <Option type="Map">
            <Option name="AllowAddFeatures" type="bool" value="false"></Option>
            <Option name="AllowNULL" type="bool" value="false"></Option>
            <Option name="MapIdentification" type="bool" value="true"></Option>
            <Option name="OrderByValue" type="bool" value="true"></Option>
            <Option name="ReadOnly" type="bool" value="false"></Option>
            <Option name="Relation" type="QString" value="trygg_feedback_receipt_organisation"></Option>
            <Option name="ShowForm" type="bool" value="false"></Option>
            <Option name="ShowOpenFormButton" type="bool" value="true"></Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="state">
      <editWidget type="ValueRelation">
        <config>
          <Option type="Map">
            <Option name="AllowMulti" type="bool" value="false"></Option>
            <Option name="AllowNull" type="bool" value="false"></Option>
            <Option name="Description" type="QString" value="&quot;description_en&quot;"></Option>
            <Option name="FilterExpression" type="QString" value="(&quot;retired&quot; IS NOT true OR &quot;code&quot; = attribute(@current_feature, 'state'))"></Option>
            <Option name="Key" type="QString" value="code"></Option>
            <Option name="Layer" type="QString" value="code_incident_state"></Option>
            <Option name="LayerName" type="QString" value="code_incident_state"></Option>
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
    <field configurationFlags="None" name="read_at">
      <editWidget type="DateTime">
        <config>
          <Option type="Map">
            <Option name="allow_null" type="bool" value="false"></Option>
            <Option name="calendar_popup" type="bool" value="true"></Option>
            <Option name="display_format" type="QString" value="yyyy-MM-dd HH:mm"></Option>
            <Option name="field_format" type="QString" value="yyyy-MM-dd HH:mm:ss"></Option>
            <Option name="field_iso_format" type="bool" value="false"></Option>
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
    <alias field="incident" index="1" name="Incident"></alias>
    <alias field="organisation" index="2" name="Organisation"></alias>
    <alias field="state" index="3" name="State that was read"></alias>
    <alias field="read_at" index="4" name="Read at"></alias>
    <alias field="uuid" index="5" name=""></alias>
    <alias field="version" index="6" name=""></alias>
    <alias field="created_at" index="7" name=""></alias>
    <alias field="created_by" index="8" name=""></alias>
    <alias field="changed_at" index="9" name=""></alias>
    <alias field="changed_by" index="10" name=""></alias>
    <alias field="deleted_at" index="11" name=""></alias>
  </aliases>
  <defaults>
    <default applyOnUpdate="0" expression="" field="fid"></default>
    <default applyOnUpdate="0" expression="" field="incident"></default>
    <default applyOnUpdate="0" expression="" field="organisation"></default>
    <default applyOnUpdate="0" expression="" field="state"></default>
    <default applyOnUpdate="0" expression="now()" field="read_at"></default>
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
    <constraint constraints="1" exp_strength="0" field="incident" notnull_strength="1" unique_strength="0"></constraint>
    <constraint constraints="1" exp_strength="0" field="organisation" notnull_strength="1" unique_strength="0"></constraint>
    <constraint constraints="1" exp_strength="0" field="state" notnull_strength="1" unique_strength="0"></constraint>
    <constraint constraints="1" exp_strength="0" field="read_at" notnull_strength="1" unique_strength="0"></constraint>
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
    <constraint desc="" exp="" field="incident"></constraint>
    <constraint desc="" exp="" field="organisation"></constraint>
    <constraint desc="" exp="" field="state"></constraint>
    <constraint desc="" exp="" field="read_at"></constraint>
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
    <attributeEditorContainer columnCount="1" groupBox="0" name="Receipt" showLabel="1" visibilityExpression="" visibilityExpressionEnabled="0">
      <attributeEditorField index="1" name="incident" showLabel="1"></attributeEditorField>
      <attributeEditorField index="2" name="organisation" showLabel="1"></attributeEditorField>
      <attributeEditorField index="3" name="state" showLabel="1"></attributeEditorField>
      <attributeEditorField index="4" name="read_at" showLabel="1"></attributeEditorField>
    </attributeEditorContainer>
  </attributeEditorForm>
  <editable>
    <field editable="1" name="incident"></field>
    <field editable="1" name="organisation"></field>
    <field editable="1" name="read_at"></field>
    <field editable="1" name="state"></field>
  </editable>
  <labelOnTop></labelOnTop>
  <reuseLastValue></reuseLastValue>
  <dataDefinedFieldProperties></dataDefinedFieldProperties>
  <widgets></widgets>
  <layerGeometryType>4</layerGeometryType>
</qgis>
