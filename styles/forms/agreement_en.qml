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
    <field configurationFlags="None" name="purposes">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option name="IsMultiline" type="bool" value="true"></Option>
            <Option name="UseHtml" type="bool" value="false"></Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="cooperation_areas">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option name="IsMultiline" type="bool" value="true"></Option>
            <Option name="UseHtml" type="bool" value="false"></Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="signed_date">
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
    <field configurationFlags="None" name="valid_from">
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
    <field configurationFlags="None" name="next_review">
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
    <alias field="purposes" index="2" name="Purposes"></alias>
    <alias field="cooperation_areas" index="3" name="Areas of cooperation"></alias>
    <alias field="signed_date" index="4" name="Signed"></alias>
    <alias field="valid_from" index="5" name="Valid from"></alias>
    <alias field="valid_to" index="6" name="Valid to"></alias>
    <alias field="next_review" index="7" name="Next review"></alias>
    <alias field="registry_number" index="8" name="Registry number"></alias>
    <alias field="file" index="9" name="File"></alias>
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
    <default applyOnUpdate="0" expression="" field="title"></default>
    <default applyOnUpdate="0" expression="" field="purposes"></default>
    <default applyOnUpdate="0" expression="" field="cooperation_areas"></default>
    <default applyOnUpdate="0" expression="" field="signed_date"></default>
    <default applyOnUpdate="0" expression="" field="valid_from"></default>
    <default applyOnUpdate="0" expression="" field="valid_to"></default>
    <default applyOnUpdate="0" expression="" field="next_review"></default>
    <default applyOnUpdate="0" expression="" field="registry_number"></default>
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
    <constraint constraints="5" exp_strength="1" field="purposes" notnull_strength="1" unique_strength="0"></constraint>
    <constraint constraints="5" exp_strength="1" field="cooperation_areas" notnull_strength="1" unique_strength="0"></constraint>
    <constraint constraints="0" exp_strength="0" field="signed_date" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="1" exp_strength="0" field="valid_from" notnull_strength="1" unique_strength="0"></constraint>
    <constraint constraints="4" exp_strength="1" field="valid_to" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="0" exp_strength="0" field="next_review" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="4" exp_strength="1" field="registry_number" notnull_strength="0" unique_strength="0"></constraint>
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
    <constraint desc="At most 4000 characters." exp="(&quot;purposes&quot; IS NULL OR length(&quot;purposes&quot;) &lt;= 4000)" field="purposes"></constraint>
    <constraint desc="At most 4000 characters." exp="(&quot;cooperation_areas&quot; IS NULL OR length(&quot;cooperation_areas&quot;) &lt;= 4000)" field="cooperation_areas"></constraint>
    <constraint desc="" exp="" field="signed_date"></constraint>
    <constraint desc="" exp="" field="valid_from"></constraint>
    <constraint desc="The agreement must begin before it ends." exp="(&quot;valid_from&quot; IS NULL OR &quot;valid_to&quot; IS NULL OR &quot;valid_from&quot; &lt;= &quot;valid_to&quot;)" field="valid_to"></constraint>
    <constraint desc="" exp="" field="next_review"></constraint>
    <constraint desc="At most 40 characters." exp="(&quot;registry_number&quot; IS NULL OR length(&quot;registry_number&quot;) &lt;= 40)" field="registry_number"></constraint>
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
    <attributeEditorContainer columnCount="1" groupBox="0" name="Agreement" showLabel="1" visibilityExpression="" visibilityExpressionEnabled="0">
      <attributeEditorField index="1" name="title" showLabel="1"></attributeEditorField>
      <attributeEditorField index="2" name="purposes" showLabel="1"></attributeEditorField>
      <attributeEditorField index="3" name="cooperation_areas" showLabel="1"></attributeEditorField>
      <attributeEditorField index="4" name="signed_date" showLabel="1"></attributeEditorField>
      <attributeEditorField index="5" name="valid_from" showLabel="1"></attributeEditorField>
      <attributeEditorField index="6" name="valid_to" showLabel="1"></attributeEditorField>
      <attributeEditorField index="7" name="next_review" showLabel="1"></attributeEditorField>
      <attributeEditorField index="8" name="registry_number" showLabel="1"></attributeEditorField>
      <attributeEditorField index="9" name="file" showLabel="1"></attributeEditorField>
    </attributeEditorContainer>
    <attributeEditorContainer columnCount="1" groupBox="0" name="Parties of agreements" showLabel="1" visibilityExpression="" visibilityExpressionEnabled="0">
      <attributeEditorRelation forceSuppressFormPopup="0" label="" name="trygg_agreement_party_agreement" nmRelationId="" relation="" relationWidgetTypeId="relation_editor" showLabel="0">
        <editor_configuration></editor_configuration>
      </attributeEditorRelation>
    </attributeEditorContainer>
  </attributeEditorForm>
  <editable>
    <field editable="1" name="cooperation_areas"></field>
    <field editable="1" name="file"></field>
    <field editable="1" name="next_review"></field>
    <field editable="1" name="purposes"></field>
    <field editable="1" name="registry_number"></field>
    <field editable="1" name="signed_date"></field>
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
