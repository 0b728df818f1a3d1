<qgis styleCategories="Fields|Forms" version="3.22">
  <fieldConfiguration>
    <field configurationFlags="None" name="fid">
      <editWidget type="Hidden">
        <config>
          <Option></Option>
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
            <Option name="Layer" type="QString" value="code_disclosure_kind"></Option>
            <Option name="LayerName" type="QString" value="code_disclosure_kind"></Option>
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
    <field configurationFlags="None" name="disclosed_at">
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
    <field configurationFlags="None" name="what">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option name="IsMultiline" type="bool" value="true"></Option>
            <Option name="UseHtml" type="bool" value="false"></Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="recipient_organisation">
      <editWidget type="RelationReference">
        <config>
          <Option type="Map">
            <Option name="AllowAddFeatures" type="bool" value="false"></Option>
            <Option name="AllowNULL" type="bool" value="true"></Option>
            <Option name="MapIdentification" type="bool" value="true"></Option>
            <Option name="OrderByValue" type="bool" value="true"></Option>
            <Option name="ReadOnly" type="bool" value="false"></Option>
            <Option name="Relation" type="QString" value="trygg_disclosure_recipient_organisation"></Option>
            <Option name="ShowForm" type="bool" value="false"></Option>
            <Option name="ShowOpenFormButton" type="bool" value="true"></Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="recipient">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option name="IsMultiline" type="bool" value="false"></Option>
            <Option name="UseHtml" type="bool" value="false"></Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="purpose">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option name="IsMultiline" type="bool" value="true"></Option>
            <Option name="UseHtml" type="bool" value="false"></Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="legal_basis">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option name="IsMultiline" type="bool" value="false"></Option>
            <Option name="UseHtml" type="bool" value="false"></Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="records">
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
    <field configurationFlags="None" name="incident">
      <editWidget type="RelationReference">
        <config>
          <Option type="Map">
            <Option name="AllowAddFeatures" type="bool" value="false"></Option>
            <Option name="AllowNULL" type="bool" value="true"></Option>
            <Option name="MapIdentification" type="bool" value="true"></Option>
            <Option name="OrderByValue" type="bool" value="true"></Option>
            <Option name="ReadOnly" type="bool" value="false"></Option>
            <Option name="Relation" type="QString" value="trygg_disclosure_incident"></Option>
            <Option name="ShowForm" type="bool" value="false"></Option>
            <Option name="ShowOpenFormButton" type="bool" value="true"></Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="edition">
      <editWidget type="RelationReference">
        <config>
          <Option type="Map">
            <Option name="AllowAddFeatures" type="bool" value="false"></Option>
            <Option name="AllowNULL" type="bool" value="true"></Option>
            <Option name="MapIdentification" type="bool" value="true"></Option>
            <Option name="OrderByValue" type="bool" value="true"></Option>
            <Option name="ReadOnly" type="bool" value="false"></Option>
            <Option name="Relation" type="QString" value="trygg_disclosure_edition"></Option>
            <Option name="ShowForm" type="bool" value="false"></Option>
            <Option name="ShowOpenFormButton" type="bool" value="true"></Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="decided_by">
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
    <alias field="kind" index="1" name="Typ"></alias>
    <alias field="disclosed_at" index="2" name="När"></alias>
    <alias field="what" index="3" name="Vad"></alias>
    <alias field="recipient_organisation" index="4" name="Till organisation"></alias>
    <alias field="recipient" index="5" name="Mottagare"></alias>
    <alias field="purpose" index="6" name="Varför"></alias>
    <alias field="legal_basis" index="7" name="Lagstöd"></alias>
    <alias field="records" index="8" name="Antal poster"></alias>
    <alias field="incident" index="9" name="Händelse"></alias>
    <alias field="edition" index="10" name="Utgåva"></alias>
    <alias field="decided_by" index="11" name="Beslutad av (funktion)"></alias>
    <alias field="registry_number" index="12" name="Diarienummer"></alias>
    <alias field="uuid" index="13" name=""></alias>
    <alias field="version" index="14" name=""></alias>
    <alias field="created_at" index="15" name=""></alias>
    <alias field="created_by" index="16" name=""></alias>
    <alias field="changed_at" index="17" name=""></alias>
    <alias field="changed_by" index="18" name=""></alias>
    <alias field="deleted_at" index="19" name=""></alias>
  </aliases>
  <defaults>
    <default applyOnUpdate="0" expression="" field="fid"></default>
    <default applyOnUpdate="0" expression="" field="kind"></default>
    <default applyOnUpdate="0" expression="now()" field="disclosed_at"></default>
    <default applyOnUpdate="0" expression="" field="what"></default>
    <default applyOnUpdate="0" expression="" field="recipient_organisation"></default>
    <default applyOnUpdate="0" expression="" field="recipient"></default>
    <default applyOnUpdate="0" expression="" field="purpose"></default>
    <default applyOnUpdate="0" expression="" field="legal_basis"></default>
    <default applyOnUpdate="0" expression="" field="records"></default>
    <default applyOnUpdate="0" expression="" field="incident"></default>
    <default applyOnUpdate="0" expression="" field="edition"></default>
    <default applyOnUpdate="0" expression="" field="decided_by"></default>
    <default applyOnUpdate="0" expression="" field="registry_number"></default>
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
    <constraint constraints="1" exp_strength="0" field="kind" notnull_strength="1" unique_strength="0"></constraint>
    <constraint constraints="5" exp_strength="1" field="disclosed_at" notnull_strength="1" unique_strength="0"></constraint>
    <constraint constraints="5" exp_strength="1" field="what" notnull_strength="1" unique_strength="0"></constraint>
    <constraint constraints="0" exp_strength="0" field="recipient_organisation" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="5" exp_strength="1" field="recipient" notnull_strength="1" unique_strength="0"></constraint>
    <constraint constraints="5" exp_strength="1" field="purpose" notnull_strength="1" unique_strength="0"></constraint>
    <constraint constraints="4" exp_strength="1" field="legal_basis" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="0" exp_strength="0" field="records" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="0" exp_strength="0" field="incident" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="0" exp_strength="0" field="edition" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="4" exp_strength="1" field="decided_by" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="4" exp_strength="1" field="registry_number" notnull_strength="0" unique_strength="0"></constraint>
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
    <constraint desc="" exp="" field="kind"></constraint>
    <constraint desc="Ett utlämnande kan inte ha skett i framtiden." exp="(&quot;disclosed_at&quot; IS NULL OR &quot;disclosed_at&quot; &lt;= now() + to_interval('1 minute'))" field="disclosed_at"></constraint>
    <constraint desc="Högst 1000 tecken." exp="(&quot;what&quot; IS NULL OR length(&quot;what&quot;) &lt;= 1000)" field="what"></constraint>
    <constraint desc="" exp="" field="recipient_organisation"></constraint>
    <constraint desc="Högst 200 tecken." exp="(&quot;recipient&quot; IS NULL OR length(&quot;recipient&quot;) &lt;= 200)" field="recipient"></constraint>
    <constraint desc="Högst 1000 tecken." exp="(&quot;purpose&quot; IS NULL OR length(&quot;purpose&quot;) &lt;= 1000)" field="purpose"></constraint>
    <constraint desc="Högst 200 tecken." exp="(&quot;legal_basis&quot; IS NULL OR length(&quot;legal_basis&quot;) &lt;= 200)" field="legal_basis"></constraint>
    <constraint desc="" exp="" field="records"></constraint>
    <constraint desc="" exp="" field="incident"></constraint>
    <constraint desc="" exp="" field="edition"></constraint>
    <constraint desc="Högst 120 tecken." exp="(&quot;decided_by&quot; IS NULL OR length(&quot;decided_by&quot;) &lt;= 120)" field="decided_by"></constraint>
    <constraint desc="Högst 40 tecken." exp="(&quot;registry_number&quot; IS NULL OR length(&quot;registry_number&quot;) &lt;= 40)" field="registry_number"></constraint>
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
    <attributeEditorContainer columnCount="1" groupBox="0" name="Utlämnande" showLabel="1" visibilityExpression="" visibilityExpressionEnabled="0">
      <attributeEditorField index="1" name="kind" showLabel="1"></attributeEditorField>
      <attributeEditorField index="2" name="disclosed_at" showLabel="1"></attributeEditorField>
      <attributeEditorField index="3" name="what" showLabel="1"></attributeEditorField>
      <attributeEditorField index="4" name="recipient_organisation" showLabel="1"></attributeEditorField>
      <attributeEditorField index="5" name="recipient" showLabel="1"></attributeEditorField>
      <attributeEditorField index="6" name="purpose" showLabel="1"></attributeEditorField>
      <attributeEditorField index="7" name="legal_basis" showLabel="1"></attributeEditorField>
      <attributeEditorField index="8" name="records" showLabel="1"></attributeEditorField>
      <attributeEditorField index="9" name="incident" showLabel="1"></attributeEditorField>
      <attributeEditorField index="10" name="edition" showLabel="1"></attributeEditorField>
      <attributeEditorField index="11" name="decided_by" showLabel="1"></attributeEditorField>
      <attributeEditorField index="12" name="registry_number" showLabel="1"></attributeEditorField>
    </attributeEditorContainer>
  </attributeEditorForm>
  <editable>
    <field editable="1" name="decided_by"></field>
    <field editable="1" name="disclosed_at"></field>
    <field editable="1" name="edition"></field>
    <field editable="1" name="incident"></field>
    <field editable="1" name="kind"></field>
    <field editable="1" name="legal_basis"></field>
    <field editable="1" name="purpose"></field>
    <field editable="1" name="recipient"></field>
    <field editable="1" name="recipient_organisation"></field>
    <field editable="1" name="records"></field>
    <field editable="1" name="registry_number"></field>
    <field editable="1" name="what"></field>
  </editable>
  <labelOnTop></labelOnTop>
  <reuseLastValue></reuseLastValue>
  <dataDefinedFieldProperties></dataDefinedFieldProperties>
  <widgets></widgets>
  <layerGeometryType>4</layerGeometryType>
</qgis>
