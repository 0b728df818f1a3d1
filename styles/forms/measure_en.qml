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
    <field configurationFlags="None" name="problem">
      <editWidget type="RelationReference">
        <config>
          <Option type="Map">
            <Option name="AllowAddFeatures" type="bool" value="false"></Option>
            <Option name="AllowNULL" type="bool" value="false"></Option>
            <Option name="MapIdentification" type="bool" value="true"></Option>
            <Option name="OrderByValue" type="bool" value="true"></Option>
            <Option name="ReadOnly" type="bool" value="false"></Option>
            <Option name="Relation" type="QString" value="trygg_measure_problem"></Option>
            <Option name="ShowForm" type="bool" value="false"></Option>
            <Option name="ShowOpenFormButton" type="bool" value="true"></Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="type">
      <editWidget type="ValueRelation">
        <config>
          <Option type="Map">
            <Option name="AllowMulti" type="bool" value="false"></Option>
            <Option name="AllowNull" type="bool" value="false"></Option>
            <Option name="Description" type="QString" value="&quot;description_en&quot;"></Option>
            <Option name="FilterExpression" type="QString" value="(&quot;retired&quot; IS NOT true OR &quot;code&quot; = attribute(@current_feature, 'type'))"></Option>
            <Option name="Key" type="QString" value="code"></Option>
            <Option name="Layer" type="QString" value="code_measure_type"></Option>
            <Option name="LayerName" type="QString" value="code_measure_type"></Option>
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
    <field configurationFlags="None" name="approach">
      <editWidget type="ValueRelation">
        <config>
          <Option type="Map">
            <Option name="AllowMulti" type="bool" value="false"></Option>
            <Option name="AllowNull" type="bool" value="true"></Option>
            <Option name="Description" type="QString" value="&quot;description_en&quot;"></Option>
            <Option name="FilterExpression" type="QString" value="(&quot;retired&quot; IS NOT true OR &quot;code&quot; = attribute(@current_feature, 'approach'))"></Option>
            <Option name="Key" type="QString" value="code"></Option>
            <Option name="Layer" type="QString" value="code_measure_approach"></Option>
            <Option name="LayerName" type="QString" value="code_measure_approach"></Option>
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
    <field configurationFlags="None" name="description">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option name="IsMultiline" type="bool" value="true"></Option>
            <Option name="UseHtml" type="bool" value="false"></Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="area">
      <editWidget type="RelationReference">
        <config>
          <Option type="Map">
            <Option name="AllowAddFeatures" type="bool" value="false"></Option>
            <Option name="AllowNULL" type="bool" value="true"></Option>
            <Option name="MapIdentification" type="bool" value="true"></Option>
            <Option name="OrderByValue" type="bool" value="true"></Option>
            <Option name="ReadOnly" type="bool" value="false"></Option>
            <Option name="Relation" type="QString" value="trygg_measure_area"></Option>
            <Option name="ShowForm" type="bool" value="false"></Option>
            <Option name="ShowOpenFormButton" type="bool" value="true"></Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="goal">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option name="IsMultiline" type="bool" value="true"></Option>
            <Option name="UseHtml" type="bool" value="false"></Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="indicator">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option name="IsMultiline" type="bool" value="false"></Option>
            <Option name="UseHtml" type="bool" value="false"></Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="indicator_baseline">
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
    <field configurationFlags="None" name="indicator_target">
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
    <field configurationFlags="None" name="responsible_organisation">
      <editWidget type="RelationReference">
        <config>
          <Option type="Map">
            <Option name="AllowAddFeatures" type="bool" value="false"></Option>
            <Option name="AllowNULL" type="bool" value="true"></Option>
            <Option name="MapIdentification" type="bool" value="true"></Option>
            <Option name="OrderByValue" type="bool" value="true"></Option>
            <Option name="ReadOnly" type="bool" value="false"></Option>
            <Option name="Relation" type="QString" value="trygg_measure_responsible_organisation"></Option>
            <Option name="ShowForm" type="bool" value="false"></Option>
            <Option name="ShowOpenFormButton" type="bool" value="true"></Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="responsible_function">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option name="IsMultiline" type="bool" value="false"></Option>
            <Option name="UseHtml" type="bool" value="false"></Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="decided_at">
      <editWidget type="RelationReference">
        <config>
          <Option type="Map">
            <Option name="AllowAddFeatures" type="bool" value="false"></Option>
            <Option name="AllowNULL" type="bool" value="true"></Option>
            <Option name="MapIdentification" type="bool" value="true"></Option>
            <Option name="OrderByValue" type="bool" value="true"></Option>
            <Option name="ReadOnly" type="bool" value="false"></Option>
            <Option name="Relation" type="QString" value="trygg_measure_decided_at"></Option>
            <Option name="ShowForm" type="bool" value="false"></Option>
            <Option name="ShowOpenFormButton" type="bool" value="true"></Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="start_date">
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
    <field configurationFlags="None" name="end_date">
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
    <field configurationFlags="None" name="deadline">
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
    <field configurationFlags="None" name="follow_up_due">
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
    <field configurationFlags="None" name="horizon">
      <editWidget type="ValueRelation">
        <config>
          <Option type="Map">
            <Option name="AllowMulti" type="bool" value="false"></Option>
            <Option name="AllowNull" type="bool" value="true"></Option>
            <Option name="Description" type="QString" value="&quot;description_en&quot;"></Option>
            <Option name="FilterExpression" type="QString" value="(&quot;retired&quot; IS NOT true OR &quot;code&quot; = attribute(@current_feature, 'horizon'))"></Option>
            <Option name="Key" type="QString" value="code"></Option>
            <Option name="Layer" type="QString" value="code_horizon"></Option>
            <Option name="LayerName" type="QString" value="code_horizon"></Option>
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
    <field configurationFlags="None" name="cost">
      <editWidget type="Range">
        <config>
          <Option type="Map">
            <Option name="AllowNull" type="bool" value="true"></Option>
            <Option name="Max" type="int" value="2147483647"></Option>
            <Option name="Min" type="double" value="0"></Option>
            <Option name="Precision" type="int" value="2"></Option>
            <Option name="Step" type="double" value="0.1"></Option>
            <Option name="Style" type="QString" value="SpinBox"></Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="hours">
      <editWidget type="Range">
        <config>
          <Option type="Map">
            <Option name="AllowNull" type="bool" value="true"></Option>
            <Option name="Max" type="int" value="2147483647"></Option>
            <Option name="Min" type="double" value="0"></Option>
            <Option name="Precision" type="int" value="2"></Option>
            <Option name="Step" type="double" value="0.1"></Option>
            <Option name="Style" type="QString" value="SpinBox"></Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="comparison_area">
      <editWidget type="RelationReference">
        <config>
          <Option type="Map">
            <Option name="AllowAddFeatures" type="bool" value="false"></Option>
            <Option name="AllowNULL" type="bool" value="true"></Option>
            <Option name="MapIdentification" type="bool" value="true"></Option>
            <Option name="OrderByValue" type="bool" value="true"></Option>
            <Option name="ReadOnly" type="bool" value="false"></Option>
            <Option name="Relation" type="QString" value="trygg_measure_comparison_area"></Option>
            <Option name="ShowForm" type="bool" value="false"></Option>
            <Option name="ShowOpenFormButton" type="bool" value="true"></Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="buffer_distance">
      <editWidget type="Range">
        <config>
          <Option type="Map">
            <Option name="AllowNull" type="bool" value="true"></Option>
            <Option name="Max" type="int" value="2147483647"></Option>
            <Option name="Min" type="double" value="0"></Option>
            <Option name="Precision" type="int" value="2"></Option>
            <Option name="Step" type="double" value="0.1"></Option>
            <Option name="Style" type="QString" value="SpinBox"></Option>
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
            <Option name="Layer" type="QString" value="code_measure_state"></Option>
            <Option name="LayerName" type="QString" value="code_measure_state"></Option>
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
    <field configurationFlags="None" name="cancelled_reason">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option name="IsMultiline" type="bool" value="false"></Option>
            <Option name="UseHtml" type="bool" value="false"></Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="publishable">
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
    <alias field="title" index="1" name="Measure"></alias>
    <alias field="problem" index="2" name="Problem"></alias>
    <alias field="type" index="3" name="Type of measure"></alias>
    <alias field="approach" index="4" name="Situational or social"></alias>
    <alias field="description" index="5" name="Description"></alias>
    <alias field="area" index="6" name="Area"></alias>
    <alias field="goal" index="7" name="Operative goal"></alias>
    <alias field="indicator" index="8" name="Indicator"></alias>
    <alias field="indicator_baseline" index="9" name="Baseline"></alias>
    <alias field="indicator_target" index="10" name="Target"></alias>
    <alias field="responsible_organisation" index="11" name="Responsible organisation"></alias>
    <alias field="responsible_function" index="12" name="Responsible function"></alias>
    <alias field="decided_at" index="13" name="Decided at meeting"></alias>
    <alias field="start_date" index="14" name="Start"></alias>
    <alias field="end_date" index="15" name="End"></alias>
    <alias field="deadline" index="16" name="Deadline"></alias>
    <alias field="follow_up_due" index="17" name="To be followed up by"></alias>
    <alias field="horizon" index="18" name="Horizon"></alias>
    <alias field="cost" index="19" name="Cost (SEK)"></alias>
    <alias field="hours" index="20" name="Working hours (h)"></alias>
    <alias field="comparison_area" index="21" name="Comparison area"></alias>
    <alias field="buffer_distance" index="22" name="Distance for displacement (m)"></alias>
    <alias field="status" index="23" name="State"></alias>
    <alias field="cancelled_reason" index="24" name="Why the measure was cancelled"></alias>
    <alias field="publishable" index="25" name="May be published"></alias>
    <alias field="uuid" index="26" name=""></alias>
    <alias field="version" index="27" name=""></alias>
    <alias field="created_at" index="28" name=""></alias>
    <alias field="created_by" index="29" name=""></alias>
    <alias field="changed_at" index="30" name=""></alias>
    <alias field="changed_by" index="31" name=""></alias>
    <alias field="deleted_at" index="32" name=""></alias>
  </aliases>
  <defaults>
    <default applyOnUpdate="0" expression="" field="fid"></default>
    <default applyOnUpdate="0" expression="" field="title"></default>
    <default applyOnUpdate="0" expression="" field="problem"></default>
    <default applyOnUpdate="0" expression="" field="type"></default>
    <default applyOnUpdate="0" expression="" field="approach"></default>
    <default applyOnUpdate="0" expression="" field="description"></default>
    <default applyOnUpdate="0" expression="" field="area"></default>
    <default applyOnUpdate="0" expression="" field="goal"></default>
    <default applyOnUpdate="0" expression="" field="indicator"></default>
    <default applyOnUpdate="0" expression="" field="indicator_baseline"></default>
    <default applyOnUpdate="0" expression="" field="indicator_target"></default>
    <default applyOnUpdate="0" expression="" field="responsible_organisation"></default>
    <default applyOnUpdate="0" expression="" field="responsible_function"></default>
    <default applyOnUpdate="0" expression="" field="decided_at"></default>
    <default applyOnUpdate="0" expression="" field="start_date"></default>
    <default applyOnUpdate="0" expression="" field="end_date"></default>
    <default applyOnUpdate="0" expression="" field="deadline"></default>
    <default applyOnUpdate="0" expression="" field="follow_up_due"></default>
    <default applyOnUpdate="0" expression="" field="horizon"></default>
    <default applyOnUpdate="0" expression="" field="cost"></default>
    <default applyOnUpdate="0" expression="" field="hours"></default>
    <default applyOnUpdate="0" expression="" field="comparison_area"></default>
    <default applyOnUpdate="0" expression="200" field="buffer_distance"></default>
    <default applyOnUpdate="0" expression="'proposed'" field="status"></default>
    <default applyOnUpdate="0" expression="" field="cancelled_reason"></default>
    <default applyOnUpdate="0" expression="false" field="publishable"></default>
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
    <constraint constraints="1" exp_strength="0" field="problem" notnull_strength="1" unique_strength="0"></constraint>
    <constraint constraints="1" exp_strength="0" field="type" notnull_strength="1" unique_strength="0"></constraint>
    <constraint constraints="0" exp_strength="0" field="approach" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="4" exp_strength="1" field="description" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="0" exp_strength="0" field="area" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="4" exp_strength="1" field="goal" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="4" exp_strength="1" field="indicator" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="0" exp_strength="0" field="indicator_baseline" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="0" exp_strength="0" field="indicator_target" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="4" exp_strength="1" field="responsible_organisation" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="4" exp_strength="1" field="responsible_function" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="0" exp_strength="0" field="decided_at" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="0" exp_strength="0" field="start_date" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="4" exp_strength="1" field="end_date" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="4" exp_strength="1" field="deadline" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="0" exp_strength="0" field="follow_up_due" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="0" exp_strength="0" field="horizon" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="0" exp_strength="0" field="cost" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="0" exp_strength="0" field="hours" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="0" exp_strength="0" field="comparison_area" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="0" exp_strength="0" field="buffer_distance" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="1" exp_strength="0" field="status" notnull_strength="1" unique_strength="0"></constraint>
    <constraint constraints="4" exp_strength="1" field="cancelled_reason" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="1" exp_strength="0" field="publishable" notnull_strength="1" unique_strength="0"></constraint>
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
    <constraint desc="At most 120 characters." exp="(&quot;title&quot; IS NULL OR length(&quot;title&quot;) &lt;= 120)" field="title"></constraint>
    <constraint desc="" exp="" field="problem"></constraint>
    <constraint desc="" exp="" field="type"></constraint>
    <constraint desc="" exp="" field="approach"></constraint>
    <constraint desc="At most 4000 characters." exp="(&quot;description&quot; IS NULL OR length(&quot;description&quot;) &lt;= 4000)" field="description"></constraint>
    <constraint desc="" exp="" field="area"></constraint>
    <constraint desc="At most 1000 characters." exp="(&quot;goal&quot; IS NULL OR length(&quot;goal&quot;) &lt;= 1000)" field="goal"></constraint>
    <constraint desc="At most 200 characters. Say what the target measures (indicator)." exp="(&quot;indicator&quot; IS NULL OR length(&quot;indicator&quot;) &lt;= 200) AND (&quot;indicator&quot; IS NOT NULL OR NOT coalesce(&quot;indicator_target&quot; IS NOT NULL, false))" field="indicator"></constraint>
    <constraint desc="" exp="" field="indicator_baseline"></constraint>
    <constraint desc="" exp="" field="indicator_target"></constraint>
    <constraint desc="A decided measure needs a responsible organisation." exp="(&quot;responsible_organisation&quot; IS NOT NULL OR NOT coalesce(&quot;status&quot; IN ('decided', 'ongoing', 'completed', 'followed_up', 'effect_assessed'), false))" field="responsible_organisation"></constraint>
    <constraint desc="At most 120 characters." exp="(&quot;responsible_function&quot; IS NULL OR length(&quot;responsible_function&quot;) &lt;= 120)" field="responsible_function"></constraint>
    <constraint desc="" exp="" field="decided_at"></constraint>
    <constraint desc="" exp="" field="start_date"></constraint>
    <constraint desc="The measure must start before or on the day it ends." exp="(&quot;start_date&quot; IS NULL OR &quot;end_date&quot; IS NULL OR &quot;start_date&quot; &lt;= &quot;end_date&quot;)" field="end_date"></constraint>
    <constraint desc="The measure cannot start after its deadline." exp="(&quot;start_date&quot; IS NULL OR &quot;deadline&quot; IS NULL OR &quot;start_date&quot; &lt;= &quot;deadline&quot;)" field="deadline"></constraint>
    <constraint desc="" exp="" field="follow_up_due"></constraint>
    <constraint desc="" exp="" field="horizon"></constraint>
    <constraint desc="" exp="" field="cost"></constraint>
    <constraint desc="" exp="" field="hours"></constraint>
    <constraint desc="" exp="" field="comparison_area"></constraint>
    <constraint desc="" exp="" field="buffer_distance"></constraint>
    <constraint desc="" exp="" field="status"></constraint>
    <constraint desc="At most 500 characters. Say why the measure was cancelled." exp="(&quot;cancelled_reason&quot; IS NULL OR length(&quot;cancelled_reason&quot;) &lt;= 500) AND (&quot;cancelled_reason&quot; IS NOT NULL OR NOT coalesce(&quot;status&quot; IN ('cancelled'), false))" field="cancelled_reason"></constraint>
    <constraint desc="" exp="" field="publishable"></constraint>
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
    <attributeEditorContainer columnCount="1" groupBox="0" name="Measure" showLabel="1" visibilityExpression="" visibilityExpressionEnabled="0">
      <attributeEditorField index="1" name="title" showLabel="1"></attributeEditorField>
      <attributeEditorField index="2" name="problem" showLabel="1"></attributeEditorField>
      <attributeEditorField index="3" name="type" showLabel="1"></attributeEditorField>
      <attributeEditorField index="4" name="approach" showLabel="1"></attributeEditorField>
      <attributeEditorField index="5" name="description" showLabel="1"></attributeEditorField>
      <attributeEditorField index="6" name="area" showLabel="1"></attributeEditorField>
    </attributeEditorContainer>
    <attributeEditorContainer columnCount="1" groupBox="0" name="Goal" showLabel="1" visibilityExpression="" visibilityExpressionEnabled="0">
      <attributeEditorField index="7" name="goal" showLabel="1"></attributeEditorField>
      <attributeEditorField index="8" name="indicator" showLabel="1"></attributeEditorField>
      <attributeEditorField index="9" name="indicator_baseline" showLabel="1"></attributeEditorField>
      <attributeEditorField index="10" name="indicator_target" showLabel="1"></attributeEditorField>
    </attributeEditorContainer>
    <attributeEditorContainer columnCount="1" groupBox="0" name="When and who" showLabel="1" visibilityExpression="" visibilityExpressionEnabled="0">
      <attributeEditorField index="11" name="responsible_organisation" showLabel="1"></attributeEditorField>
      <attributeEditorField index="12" name="responsible_function" showLabel="1"></attributeEditorField>
      <attributeEditorField index="13" name="decided_at" showLabel="1"></attributeEditorField>
      <attributeEditorField index="14" name="start_date" showLabel="1"></attributeEditorField>
      <attributeEditorField index="15" name="end_date" showLabel="1"></attributeEditorField>
      <attributeEditorField index="16" name="deadline" showLabel="1"></attributeEditorField>
      <attributeEditorField index="17" name="follow_up_due" showLabel="1"></attributeEditorField>
      <attributeEditorField index="18" name="horizon" showLabel="1"></attributeEditorField>
      <attributeEditorField index="19" name="cost" showLabel="1"></attributeEditorField>
      <attributeEditorField index="20" name="hours" showLabel="1"></attributeEditorField>
    </attributeEditorContainer>
    <attributeEditorContainer columnCount="1" groupBox="0" name="Evaluation" showLabel="1" visibilityExpression="" visibilityExpressionEnabled="0">
      <attributeEditorField index="21" name="comparison_area" showLabel="1"></attributeEditorField>
      <attributeEditorField index="22" name="buffer_distance" showLabel="1"></attributeEditorField>
    </attributeEditorContainer>
    <attributeEditorContainer columnCount="1" groupBox="0" name="Handling" showLabel="1" visibilityExpression="" visibilityExpressionEnabled="0">
      <attributeEditorField index="23" name="status" showLabel="1"></attributeEditorField>
      <attributeEditorContainer columnCount="1" groupBox="1" name="Why the measure was cancelled" showLabel="0" visibilityExpression="&quot;status&quot; = 'cancelled'" visibilityExpressionEnabled="1">
        <attributeEditorField index="24" name="cancelled_reason" showLabel="1"></attributeEditorField>
      </attributeEditorContainer>
      <attributeEditorField index="25" name="publishable" showLabel="1"></attributeEditorField>
    </attributeEditorContainer>
    <attributeEditorContainer columnCount="1" groupBox="0" name="Causes of measures" showLabel="1" visibilityExpression="" visibilityExpressionEnabled="0">
      <attributeEditorRelation forceSuppressFormPopup="0" label="" name="trygg_measure_cause_measure" nmRelationId="" relation="" relationWidgetTypeId="relation_editor" showLabel="0">
        <editor_configuration></editor_configuration>
      </attributeEditorRelation>
    </attributeEditorContainer>
    <attributeEditorContainer columnCount="1" groupBox="0" name="Follow-ups" showLabel="1" visibilityExpression="" visibilityExpressionEnabled="0">
      <attributeEditorRelation forceSuppressFormPopup="0" label="" name="trygg_follow_up_measure" nmRelationId="" relation="" relationWidgetTypeId="relation_editor" showLabel="0">
        <editor_configuration></editor_configuration>
      </attributeEditorRelation>
    </attributeEditorContainer>
    <attributeEditorContainer columnCount="1" groupBox="0" name="Measures of decisions" showLabel="1" visibilityExpression="" visibilityExpressionEnabled="0">
      <attributeEditorRelation forceSuppressFormPopup="0" label="" name="trygg_decision_measure_measure" nmRelationId="" relation="" relationWidgetTypeId="relation_editor" showLabel="0">
        <editor_configuration></editor_configuration>
      </attributeEditorRelation>
    </attributeEditorContainer>
    <attributeEditorContainer columnCount="1" groupBox="0" name="Points of walks" showLabel="1" visibilityExpression="" visibilityExpressionEnabled="0">
      <attributeEditorRelation forceSuppressFormPopup="0" label="" name="trygg_walk_point_measure" nmRelationId="" relation="" relationWidgetTypeId="relation_editor" showLabel="0">
        <editor_configuration></editor_configuration>
      </attributeEditorRelation>
    </attributeEditorContainer>
  </attributeEditorForm>
  <editable>
    <field editable="1" name="approach"></field>
    <field editable="1" name="area"></field>
    <field editable="1" name="buffer_distance"></field>
    <field editable="1" name="cancelled_reason"></field>
    <field editable="1" name="comparison_area"></field>
    <field editable="1" name="cost"></field>
    <field editable="1" name="deadline"></field>
    <field editable="1" name="decided_at"></field>
    <field editable="1" name="description"></field>
    <field editable="1" name="end_date"></field>
    <field editable="1" name="follow_up_due"></field>
    <field editable="1" name="goal"></field>
    <field editable="1" name="horizon"></field>
    <field editable="1" name="hours"></field>
    <field editable="1" name="indicator"></field>
    <field editable="1" name="indicator_baseline"></field>
    <field editable="1" name="indicator_target"></field>
    <field editable="1" name="problem"></field>
    <field editable="1" name="publishable"></field>
    <field editable="1" name="responsible_function"></field>
    <field editable="1" name="responsible_organisation"></field>
    <field editable="1" name="start_date"></field>
    <field editable="1" name="status"></field>
    <field editable="1" name="title"></field>
    <field editable="1" name="type"></field>
  </editable>
  <labelOnTop></labelOnTop>
  <reuseLastValue></reuseLastValue>
  <dataDefinedFieldProperties></dataDefinedFieldProperties>
  <widgets></widgets>
  <layerGeometryType>4</layerGeometryType>
</qgis>
