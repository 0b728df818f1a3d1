<qgis styleCategories="Fields|Forms" version="3.22">
  <fieldConfiguration>
    <field configurationFlags="None" name="fid">
      <editWidget type="Hidden">
        <config>
          <Option></Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="measure">
      <editWidget type="RelationReference">
        <config>
          <Option type="Map">
            <Option name="AllowAddFeatures" type="bool" value="false"></Option>
            <Option name="AllowNULL" type="bool" value="false"></Option>
            <Option name="MapIdentification" type="bool" value="true"></Option>
            <Option name="OrderByValue" type="bool" value="true"></Option>
            <Option name="ReadOnly" type="bool" value="false"></Option>
            <Option name="Relation" type="QString" value="trygg_follow_up_measure"></Option>
            <Option name="ShowForm" type="bool" value="false"></Option>
            <Option name="ShowOpenFormButton" type="bool" value="true"></Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="date">
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
    <field configurationFlags="None" name="meeting">
      <editWidget type="RelationReference">
        <config>
          <Option type="Map">
            <Option name="AllowAddFeatures" type="bool" value="false"></Option>
            <Option name="AllowNULL" type="bool" value="true"></Option>
            <Option name="MapIdentification" type="bool" value="true"></Option>
            <Option name="OrderByValue" type="bool" value="true"></Option>
            <Option name="ReadOnly" type="bool" value="false"></Option>
            <Option name="Relation" type="QString" value="trygg_follow_up_meeting"></Option>
            <Option name="ShowForm" type="bool" value="false"></Option>
            <Option name="ShowOpenFormButton" type="bool" value="true"></Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="done_as_planned">
      <editWidget type="ValueRelation">
        <config>
          <Option type="Map">
            <Option name="AllowMulti" type="bool" value="false"></Option>
            <Option name="AllowNull" type="bool" value="true"></Option>
            <Option name="Description" type="QString" value="&quot;description_en&quot;"></Option>
            <Option name="FilterExpression" type="QString" value="(&quot;retired&quot; IS NOT true OR &quot;code&quot; = attribute(@current_feature, 'done_as_planned'))"></Option>
            <Option name="Key" type="QString" value="code"></Option>
            <Option name="Layer" type="QString" value="code_done_as_planned"></Option>
            <Option name="LayerName" type="QString" value="code_done_as_planned"></Option>
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
    <field configurationFlags="None" name="colour">
      <editWidget type="ValueRelation">
        <config>
          <Option type="Map">
            <Option name="AllowMulti" type="bool" value="false"></Option>
            <Option name="AllowNull" type="bool" value="false"></Option>
            <Option name="Description" type="QString" value="&quot;description_en&quot;"></Option>
            <Option name="FilterExpression" type="QString" value="(&quot;retired&quot; IS NOT true OR &quot;code&quot; = attribute(@current_feature, 'colour'))"></Option>
            <Option name="Key" type="QString" value="code"></Option>
            <Option name="Layer" type="QString" value="code_traffic_light"></Option>
            <Option name="LayerName" type="QString" value="code_traffic_light"></Option>
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
    <field configurationFlags="None" name="reason">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option name="IsMultiline" type="bool" value="false"></Option>
            <Option name="UseHtml" type="bool" value="false"></Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="result">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option name="IsMultiline" type="bool" value="true"></Option>
            <Option name="UseHtml" type="bool" value="false"></Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="indicator_value">
      <editWidget type="Range">
        <config>
          <Option type="Map">
            <Option name="AllowNull" type="bool" value="true"></Option>
            <Option name="Max" type="int" value="2147483647"></Option>
            <Option name="Min" type="int" value="-2147483648"></Option>
            <Option name="Precision" type="int" value="2"></Option>
            <Option name="Step" type="double" value="0.1"></Option>
            <Option name="Style" type="QString" value="SpinBox"></Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="next_step">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option name="IsMultiline" type="bool" value="true"></Option>
            <Option name="UseHtml" type="bool" value="false"></Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="effect_method">
      <editWidget type="ValueRelation">
        <config>
          <Option type="Map">
            <Option name="AllowMulti" type="bool" value="false"></Option>
            <Option name="AllowNull" type="bool" value="true"></Option>
            <Option name="Description" type="QString" value="&quot;description_en&quot;"></Option>
            <Option name="FilterExpression" type="QString" value="(&quot;retired&quot; IS NOT true OR &quot;code&quot; = attribute(@current_feature, 'effect_method'))"></Option>
            <Option name="Key" type="QString" value="code"></Option>
            <Option name="Layer" type="QString" value="code_effect_method"></Option>
            <Option name="LayerName" type="QString" value="code_effect_method"></Option>
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
    <field configurationFlags="None" name="effect_estimate">
      <editWidget type="Range">
        <config>
          <Option type="Map">
            <Option name="AllowNull" type="bool" value="true"></Option>
            <Option name="Max" type="int" value="2147483647"></Option>
            <Option name="Min" type="int" value="-2147483648"></Option>
            <Option name="Precision" type="int" value="2"></Option>
            <Option name="Step" type="double" value="0.1"></Option>
            <Option name="Style" type="QString" value="SpinBox"></Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="effect_low">
      <editWidget type="Range">
        <config>
          <Option type="Map">
            <Option name="AllowNull" type="bool" value="true"></Option>
            <Option name="Max" type="int" value="2147483647"></Option>
            <Option name="Min" type="int" value="-2147483648"></Option>
            <Option name="Precision" type="int" value="2"></Option>
            <Option name="Step" type="double" value="0.1"></Option>
            <Option name="Style" type="QString" value="SpinBox"></Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="effect_high">
      <editWidget type="Range">
        <config>
          <Option type="Map">
            <Option name="AllowNull" type="bool" value="true"></Option>
            <Option name="Max" type="int" value="2147483647"></Option>
            <Option name="Min" type="int" value="-2147483648"></Option>
            <Option name="Precision" type="int" value="2"></Option>
            <Option name="Step" type="double" value="0.1"></Option>
            <Option name="Style" type="QString" value="SpinBox"></Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="effect_sentence">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option name="IsMultiline" type="bool" value="true"></Option>
            <Option name="UseHtml" type="bool" value="false"></Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="effect_parameters">
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
    <alias field="measure" index="1" name="Measure"></alias>
    <alias field="date" index="2" name="Date"></alias>
    <alias field="meeting" index="3" name="At meeting"></alias>
    <alias field="done_as_planned" index="4" name="Done as planned?"></alias>
    <alias field="colour" index="5" name="Colour"></alias>
    <alias field="reason" index="6" name="Reason for the colour"></alias>
    <alias field="result" index="7" name="Result"></alias>
    <alias field="indicator_value" index="8" name="Value of indicator"></alias>
    <alias field="next_step" index="9" name="Next step"></alias>
    <alias field="effect_method" index="10" name="Method"></alias>
    <alias field="effect_estimate" index="11" name="Estimated effect"></alias>
    <alias field="effect_low" index="12" name="Lower limit of interval"></alias>
    <alias field="effect_high" index="13" name="Upper limit of interval"></alias>
    <alias field="effect_sentence" index="14" name="What the figures show and do not show"></alias>
    <alias field="effect_parameters" index="15" name="Parameters of the calculation"></alias>
    <alias field="uuid" index="16" name=""></alias>
    <alias field="version" index="17" name=""></alias>
    <alias field="created_at" index="18" name=""></alias>
    <alias field="created_by" index="19" name=""></alias>
    <alias field="changed_at" index="20" name=""></alias>
    <alias field="changed_by" index="21" name=""></alias>
    <alias field="deleted_at" index="22" name=""></alias>
  </aliases>
  <defaults>
    <default applyOnUpdate="0" expression="" field="fid"></default>
    <default applyOnUpdate="0" expression="" field="measure"></default>
    <default applyOnUpdate="0" expression="to_date(now())" field="date"></default>
    <default applyOnUpdate="0" expression="" field="meeting"></default>
    <default applyOnUpdate="0" expression="" field="done_as_planned"></default>
    <default applyOnUpdate="0" expression="" field="colour"></default>
    <default applyOnUpdate="0" expression="" field="reason"></default>
    <default applyOnUpdate="0" expression="" field="result"></default>
    <default applyOnUpdate="0" expression="" field="indicator_value"></default>
    <default applyOnUpdate="0" expression="" field="next_step"></default>
    <default applyOnUpdate="0" expression="" field="effect_method"></default>
    <default applyOnUpdate="0" expression="" field="effect_estimate"></default>
    <default applyOnUpdate="0" expression="" field="effect_low"></default>
    <default applyOnUpdate="0" expression="" field="effect_high"></default>
    <default applyOnUpdate="0" expression="" field="effect_sentence"></default>
    <default applyOnUpdate="0" expression="" field="effect_parameters"></default>
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
    <constraint constraints="1" exp_strength="0" field="measure" notnull_strength="1" unique_strength="0"></constraint>
    <constraint constraints="5" exp_strength="1" field="date" notnull_strength="1" unique_strength="0"></constraint>
    <constraint constraints="0" exp_strength="0" field="meeting" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="0" exp_strength="0" field="done_as_planned" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="1" exp_strength="0" field="colour" notnull_strength="1" unique_strength="0"></constraint>
    <constraint constraints="4" exp_strength="1" field="reason" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="4" exp_strength="1" field="result" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="0" exp_strength="0" field="indicator_value" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="4" exp_strength="1" field="next_step" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="4" exp_strength="1" field="effect_method" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="0" exp_strength="0" field="effect_estimate" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="0" exp_strength="0" field="effect_low" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="4" exp_strength="1" field="effect_high" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="4" exp_strength="1" field="effect_sentence" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="0" exp_strength="0" field="effect_parameters" notnull_strength="0" unique_strength="0"></constraint>
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
    <constraint desc="" exp="" field="measure"></constraint>
    <constraint desc="A follow-up cannot have been made in the future." exp="(&quot;date&quot; IS NULL OR &quot;date&quot; &lt;= now() + to_interval('1 minute'))" field="date"></constraint>
    <constraint desc="" exp="" field="meeting"></constraint>
    <constraint desc="" exp="" field="done_as_planned"></constraint>
    <constraint desc="" exp="" field="colour"></constraint>
    <constraint desc="At most 500 characters." exp="(&quot;reason&quot; IS NULL OR length(&quot;reason&quot;) &lt;= 500)" field="reason"></constraint>
    <constraint desc="At most 4000 characters." exp="(&quot;result&quot; IS NULL OR length(&quot;result&quot;) &lt;= 4000)" field="result"></constraint>
    <constraint desc="" exp="" field="indicator_value"></constraint>
    <constraint desc="At most 1000 characters." exp="(&quot;next_step&quot; IS NULL OR length(&quot;next_step&quot;) &lt;= 1000)" field="next_step"></constraint>
    <constraint desc="Say by which method the effect was estimated." exp="(&quot;effect_method&quot; IS NOT NULL OR NOT coalesce(&quot;effect_estimate&quot; IS NOT NULL, false))" field="effect_method"></constraint>
    <constraint desc="" exp="" field="effect_estimate"></constraint>
    <constraint desc="" exp="" field="effect_low"></constraint>
    <constraint desc="The lower limit of the interval is above the upper one." exp="(&quot;effect_low&quot; IS NULL OR &quot;effect_high&quot; IS NULL OR &quot;effect_low&quot; &lt;= &quot;effect_high&quot;)" field="effect_high"></constraint>
    <constraint desc="At most 2000 characters." exp="(&quot;effect_sentence&quot; IS NULL OR length(&quot;effect_sentence&quot;) &lt;= 2000)" field="effect_sentence"></constraint>
    <constraint desc="" exp="" field="effect_parameters"></constraint>
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
    <attributeEditorContainer columnCount="1" groupBox="0" name="Follow-up" showLabel="1" visibilityExpression="" visibilityExpressionEnabled="0">
      <attributeEditorField index="1" name="measure" showLabel="1"></attributeEditorField>
      <attributeEditorField index="2" name="date" showLabel="1"></attributeEditorField>
      <attributeEditorField index="3" name="meeting" showLabel="1"></attributeEditorField>
      <attributeEditorField index="4" name="done_as_planned" showLabel="1"></attributeEditorField>
      <attributeEditorField index="5" name="colour" showLabel="1"></attributeEditorField>
      <attributeEditorField index="6" name="reason" showLabel="1"></attributeEditorField>
      <attributeEditorField index="7" name="result" showLabel="1"></attributeEditorField>
      <attributeEditorField index="8" name="indicator_value" showLabel="1"></attributeEditorField>
      <attributeEditorField index="9" name="next_step" showLabel="1"></attributeEditorField>
    </attributeEditorContainer>
    <attributeEditorContainer columnCount="1" groupBox="0" name="Effect" showLabel="1" visibilityExpression="" visibilityExpressionEnabled="0">
      <attributeEditorField index="10" name="effect_method" showLabel="1"></attributeEditorField>
      <attributeEditorContainer columnCount="1" groupBox="1" name="Estimated effect" showLabel="0" visibilityExpression="&quot;effect_method&quot; is not null" visibilityExpressionEnabled="1">
        <attributeEditorField index="11" name="effect_estimate" showLabel="1"></attributeEditorField>
      </attributeEditorContainer>
      <attributeEditorContainer columnCount="1" groupBox="1" name="Lower limit of interval" showLabel="0" visibilityExpression="&quot;effect_method&quot; is not null" visibilityExpressionEnabled="1">
        <attributeEditorField index="12" name="effect_low" showLabel="1"></attributeEditorField>
      </attributeEditorContainer>
      <attributeEditorContainer columnCount="1" groupBox="1" name="Upper limit of interval" showLabel="0" visibilityExpression="&quot;effect_method&quot; is not null" visibilityExpressionEnabled="1">
        <attributeEditorField index="13" name="effect_high" showLabel="1"></attributeEditorField>
      </attributeEditorContainer>
      <attributeEditorContainer columnCount="1" groupBox="1" name="What the figures show and do not show" showLabel="0" visibilityExpression="&quot;effect_method&quot; is not null" visibilityExpressionEnabled="1">
        <attributeEditorField index="14" name="effect_sentence" showLabel="1"></attributeEditorField>
      </attributeEditorContainer>
      <attributeEditorContainer columnCount="1" groupBox="1" name="Parameters of the calculation" showLabel="0" visibilityExpression="&quot;effect_method&quot; is not null" visibilityExpressionEnabled="1">
        <attributeEditorField index="15" name="effect_parameters" showLabel="1"></attributeEditorField>
      </attributeEditorContainer>
    </attributeEditorContainer>
  </attributeEditorForm>
  <editable>
    <field editable="1" name="colour"></field>
    <field editable="1" name="date"></field>
    <field editable="1" name="done_as_planned"></field>
    <field editable="1" name="effect_estimate"></field>
    <field editable="1" name="effect_high"></field>
    <field editable="1" name="effect_low"></field>
    <field editable="1" name="effect_method"></field>
    <field editable="0" name="effect_parameters"></field>
    <field editable="1" name="effect_sentence"></field>
    <field editable="1" name="indicator_value"></field>
    <field editable="1" name="measure"></field>
    <field editable="1" name="meeting"></field>
    <field editable="1" name="next_step"></field>
    <field editable="1" name="reason"></field>
    <field editable="1" name="result"></field>
  </editable>
  <labelOnTop></labelOnTop>
  <reuseLastValue></reuseLastValue>
  <dataDefinedFieldProperties></dataDefinedFieldProperties>
  <widgets></widgets>
  <layerGeometryType>4</layerGeometryType>
</qgis>
