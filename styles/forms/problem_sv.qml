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
    <field configurationFlags="None" name="phenomena">
      <editWidget type="ValueRelation">
        <config>
          <Option type="Map">
            <Option name="AllowMulti" type="bool" value="true"></Option>
            <Option name="AllowNull" type="bool" value="false"></Option>
            <Option name="Description" type="QString" value="&quot;description_sv&quot;"></Option>
            <Option name="FilterExpression" type="QString" value="(&quot;retired&quot; IS NOT true OR &quot;code&quot; = attribute(@current_feature, 'phenomena'))"></Option>
            <Option name="Key" type="QString" value="code"></Option>
            <Option name="Layer" type="QString" value="code_category"></Option>
            <Option name="LayerName" type="QString" value="code_category"></Option>
            <Option name="LayerProviderName" type="QString" value="ogr"></Option>
            <Option name="LayerSource" type="QString" value=""></Option>
            <Option name="NofColumns" type="int" value="2"></Option>
            <Option name="OrderByField" type="bool" value="true"></Option>
            <Option name="OrderByFieldName" type="QString" value="sort_order"></Option>
            <Option name="OrderByValue" type="bool" value="true"></Option>
            <Option name="UseCompleter" type="bool" value="false"></Option>
            <Option name="Value" type="QString" value="label_sv"></Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="subcategories">
      <editWidget type="ValueRelation">
        <config>
          <Option type="Map">
            <Option name="AllowMulti" type="bool" value="true"></Option>
            <Option name="AllowNull" type="bool" value="true"></Option>
            <Option name="Description" type="QString" value="&quot;description_sv&quot;"></Option>
            <Option name="FilterExpression" type="QString" value="(&quot;retired&quot; IS NOT true OR &quot;code&quot; = attribute(@current_feature, 'subcategories'))"></Option>
            <Option name="Key" type="QString" value="code"></Option>
            <Option name="Layer" type="QString" value="code_subcategory"></Option>
            <Option name="LayerName" type="QString" value="code_subcategory"></Option>
            <Option name="LayerProviderName" type="QString" value="ogr"></Option>
            <Option name="LayerSource" type="QString" value=""></Option>
            <Option name="NofColumns" type="int" value="2"></Option>
            <Option name="OrderByField" type="bool" value="true"></Option>
            <Option name="OrderByFieldName" type="QString" value="sort_order"></Option>
            <Option name="OrderByValue" type="bool" value="true"></Option>
            <Option name="UseCompleter" type="bool" value="false"></Option>
            <Option name="Value" type="QString" value="label_sv"></Option>
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
            <Option name="Relation" type="QString" value="trygg_problem_area"></Option>
            <Option name="ShowForm" type="bool" value="false"></Option>
            <Option name="ShowOpenFormButton" type="bool" value="true"></Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="place_name">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option name="IsMultiline" type="bool" value="false"></Option>
            <Option name="UseHtml" type="bool" value="false"></Option>
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
    <field configurationFlags="None" name="consequences">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option name="IsMultiline" type="bool" value="true"></Option>
            <Option name="UseHtml" type="bool" value="false"></Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="other_evidence">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option name="IsMultiline" type="bool" value="true"></Option>
            <Option name="UseHtml" type="bool" value="false"></Option>
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
            <Option name="Relation" type="QString" value="trygg_problem_responsible_organisation"></Option>
            <Option name="ShowForm" type="bool" value="false"></Option>
            <Option name="ShowOpenFormButton" type="bool" value="true"></Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="first_noticed">
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
    <field configurationFlags="None" name="priority_common">
      <editWidget type="ValueRelation">
        <config>
          <Option type="Map">
            <Option name="AllowMulti" type="bool" value="false"></Option>
            <Option name="AllowNull" type="bool" value="true"></Option>
            <Option name="Description" type="QString" value="&quot;description_sv&quot;"></Option>
            <Option name="FilterExpression" type="QString" value="(&quot;retired&quot; IS NOT true OR &quot;code&quot; = attribute(@current_feature, 'priority_common'))"></Option>
            <Option name="Key" type="QString" value="code"></Option>
            <Option name="Layer" type="QString" value="code_priority_score"></Option>
            <Option name="LayerName" type="QString" value="code_priority_score"></Option>
            <Option name="LayerProviderName" type="QString" value="ogr"></Option>
            <Option name="LayerSource" type="QString" value=""></Option>
            <Option name="NofColumns" type="int" value="1"></Option>
            <Option name="OrderByField" type="bool" value="true"></Option>
            <Option name="OrderByFieldName" type="QString" value="sort_order"></Option>
            <Option name="OrderByValue" type="bool" value="false"></Option>
            <Option name="UseCompleter" type="bool" value="false"></Option>
            <Option name="Value" type="QString" value="label_sv"></Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="priority_increasing">
      <editWidget type="ValueRelation">
        <config>
          <Option type="Map">
            <Option name="AllowMulti" type="bool" value="false"></Option>
            <Option name="AllowNull" type="bool" value="true"></Option>
            <Option name="Description" type="QString" value="&quot;description_sv&quot;"></Option>
            <Option name="FilterExpression" type="QString" value="(&quot;retired&quot; IS NOT true OR &quot;code&quot; = attribute(@current_feature, 'priority_increasing'))"></Option>
            <Option name="Key" type="QString" value="code"></Option>
            <Option name="Layer" type="QString" value="code_priority_score"></Option>
            <Option name="LayerName" type="QString" value="code_priority_score"></Option>
            <Option name="LayerProviderName" type="QString" value="ogr"></Option>
            <Option name="LayerSource" type="QString" value=""></Option>
            <Option name="NofColumns" type="int" value="1"></Option>
            <Option name="OrderByField" type="bool" value="true"></Option>
            <Option name="OrderByFieldName" type="QString" value="sort_order"></Option>
            <Option name="OrderByValue" type="bool" value="false"></Option>
            <Option name="UseCompleter" type="bool" value="false"></Option>
            <Option name="Value" type="QString" value="label_sv"></Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="priority_long_lasting">
      <editWidget type="ValueRelation">
        <config>
          <Option type="Map">
            <Option name="AllowMulti" type="bool" value="false"></Option>
            <Option name="AllowNull" type="bool" value="true"></Option>
            <Option name="Description" type="QString" value="&quot;description_sv&quot;"></Option>
            <Option name="FilterExpression" type="QString" value="(&quot;retired&quot; IS NOT true OR &quot;code&quot; = attribute(@current_feature, 'priority_long_lasting'))"></Option>
            <Option name="Key" type="QString" value="code"></Option>
            <Option name="Layer" type="QString" value="code_priority_score"></Option>
            <Option name="LayerName" type="QString" value="code_priority_score"></Option>
            <Option name="LayerProviderName" type="QString" value="ogr"></Option>
            <Option name="LayerSource" type="QString" value=""></Option>
            <Option name="NofColumns" type="int" value="1"></Option>
            <Option name="OrderByField" type="bool" value="true"></Option>
            <Option name="OrderByFieldName" type="QString" value="sort_order"></Option>
            <Option name="OrderByValue" type="bool" value="false"></Option>
            <Option name="UseCompleter" type="bool" value="false"></Option>
            <Option name="Value" type="QString" value="label_sv"></Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="priority_deviating">
      <editWidget type="ValueRelation">
        <config>
          <Option type="Map">
            <Option name="AllowMulti" type="bool" value="false"></Option>
            <Option name="AllowNull" type="bool" value="true"></Option>
            <Option name="Description" type="QString" value="&quot;description_sv&quot;"></Option>
            <Option name="FilterExpression" type="QString" value="(&quot;retired&quot; IS NOT true OR &quot;code&quot; = attribute(@current_feature, 'priority_deviating'))"></Option>
            <Option name="Key" type="QString" value="code"></Option>
            <Option name="Layer" type="QString" value="code_priority_score"></Option>
            <Option name="LayerName" type="QString" value="code_priority_score"></Option>
            <Option name="LayerProviderName" type="QString" value="ogr"></Option>
            <Option name="LayerSource" type="QString" value=""></Option>
            <Option name="NofColumns" type="int" value="1"></Option>
            <Option name="OrderByField" type="bool" value="true"></Option>
            <Option name="OrderByFieldName" type="QString" value="sort_order"></Option>
            <Option name="OrderByValue" type="bool" value="false"></Option>
            <Option name="UseCompleter" type="bool" value="false"></Option>
            <Option name="Value" type="QString" value="label_sv"></Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="priority_place_bound">
      <editWidget type="ValueRelation">
        <config>
          <Option type="Map">
            <Option name="AllowMulti" type="bool" value="false"></Option>
            <Option name="AllowNull" type="bool" value="true"></Option>
            <Option name="Description" type="QString" value="&quot;description_sv&quot;"></Option>
            <Option name="FilterExpression" type="QString" value="(&quot;retired&quot; IS NOT true OR &quot;code&quot; = attribute(@current_feature, 'priority_place_bound'))"></Option>
            <Option name="Key" type="QString" value="code"></Option>
            <Option name="Layer" type="QString" value="code_priority_score"></Option>
            <Option name="LayerName" type="QString" value="code_priority_score"></Option>
            <Option name="LayerProviderName" type="QString" value="ogr"></Option>
            <Option name="LayerSource" type="QString" value=""></Option>
            <Option name="NofColumns" type="int" value="1"></Option>
            <Option name="OrderByField" type="bool" value="true"></Option>
            <Option name="OrderByFieldName" type="QString" value="sort_order"></Option>
            <Option name="OrderByValue" type="bool" value="false"></Option>
            <Option name="UseCompleter" type="bool" value="false"></Option>
            <Option name="Value" type="QString" value="label_sv"></Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="priority_signal">
      <editWidget type="ValueRelation">
        <config>
          <Option type="Map">
            <Option name="AllowMulti" type="bool" value="false"></Option>
            <Option name="AllowNull" type="bool" value="true"></Option>
            <Option name="Description" type="QString" value="&quot;description_sv&quot;"></Option>
            <Option name="FilterExpression" type="QString" value="(&quot;retired&quot; IS NOT true OR &quot;code&quot; = attribute(@current_feature, 'priority_signal'))"></Option>
            <Option name="Key" type="QString" value="code"></Option>
            <Option name="Layer" type="QString" value="code_priority_score"></Option>
            <Option name="LayerName" type="QString" value="code_priority_score"></Option>
            <Option name="LayerProviderName" type="QString" value="ogr"></Option>
            <Option name="LayerSource" type="QString" value=""></Option>
            <Option name="NofColumns" type="int" value="1"></Option>
            <Option name="OrderByField" type="bool" value="true"></Option>
            <Option name="OrderByFieldName" type="QString" value="sort_order"></Option>
            <Option name="OrderByValue" type="bool" value="false"></Option>
            <Option name="UseCompleter" type="bool" value="false"></Option>
            <Option name="Value" type="QString" value="label_sv"></Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="priority_affects_many">
      <editWidget type="ValueRelation">
        <config>
          <Option type="Map">
            <Option name="AllowMulti" type="bool" value="false"></Option>
            <Option name="AllowNull" type="bool" value="true"></Option>
            <Option name="Description" type="QString" value="&quot;description_sv&quot;"></Option>
            <Option name="FilterExpression" type="QString" value="(&quot;retired&quot; IS NOT true OR &quot;code&quot; = attribute(@current_feature, 'priority_affects_many'))"></Option>
            <Option name="Key" type="QString" value="code"></Option>
            <Option name="Layer" type="QString" value="code_priority_score"></Option>
            <Option name="LayerName" type="QString" value="code_priority_score"></Option>
            <Option name="LayerProviderName" type="QString" value="ogr"></Option>
            <Option name="LayerSource" type="QString" value=""></Option>
            <Option name="NofColumns" type="int" value="1"></Option>
            <Option name="OrderByField" type="bool" value="true"></Option>
            <Option name="OrderByFieldName" type="QString" value="sort_order"></Option>
            <Option name="OrderByValue" type="bool" value="false"></Option>
            <Option name="UseCompleter" type="bool" value="false"></Option>
            <Option name="Value" type="QString" value="label_sv"></Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="priority_serious">
      <editWidget type="ValueRelation">
        <config>
          <Option type="Map">
            <Option name="AllowMulti" type="bool" value="false"></Option>
            <Option name="AllowNull" type="bool" value="true"></Option>
            <Option name="Description" type="QString" value="&quot;description_sv&quot;"></Option>
            <Option name="FilterExpression" type="QString" value="(&quot;retired&quot; IS NOT true OR &quot;code&quot; = attribute(@current_feature, 'priority_serious'))"></Option>
            <Option name="Key" type="QString" value="code"></Option>
            <Option name="Layer" type="QString" value="code_priority_score"></Option>
            <Option name="LayerName" type="QString" value="code_priority_score"></Option>
            <Option name="LayerProviderName" type="QString" value="ogr"></Option>
            <Option name="LayerSource" type="QString" value=""></Option>
            <Option name="NofColumns" type="int" value="1"></Option>
            <Option name="OrderByField" type="bool" value="true"></Option>
            <Option name="OrderByFieldName" type="QString" value="sort_order"></Option>
            <Option name="OrderByValue" type="bool" value="false"></Option>
            <Option name="UseCompleter" type="bool" value="false"></Option>
            <Option name="Value" type="QString" value="label_sv"></Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="priority_influenceable">
      <editWidget type="ValueRelation">
        <config>
          <Option type="Map">
            <Option name="AllowMulti" type="bool" value="false"></Option>
            <Option name="AllowNull" type="bool" value="true"></Option>
            <Option name="Description" type="QString" value="&quot;description_sv&quot;"></Option>
            <Option name="FilterExpression" type="QString" value="(&quot;retired&quot; IS NOT true OR &quot;code&quot; = attribute(@current_feature, 'priority_influenceable'))"></Option>
            <Option name="Key" type="QString" value="code"></Option>
            <Option name="Layer" type="QString" value="code_priority_score"></Option>
            <Option name="LayerName" type="QString" value="code_priority_score"></Option>
            <Option name="LayerProviderName" type="QString" value="ogr"></Option>
            <Option name="LayerSource" type="QString" value=""></Option>
            <Option name="NofColumns" type="int" value="1"></Option>
            <Option name="OrderByField" type="bool" value="true"></Option>
            <Option name="OrderByFieldName" type="QString" value="sort_order"></Option>
            <Option name="OrderByValue" type="bool" value="false"></Option>
            <Option name="UseCompleter" type="bool" value="false"></Option>
            <Option name="Value" type="QString" value="label_sv"></Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="priority_resources">
      <editWidget type="ValueRelation">
        <config>
          <Option type="Map">
            <Option name="AllowMulti" type="bool" value="false"></Option>
            <Option name="AllowNull" type="bool" value="true"></Option>
            <Option name="Description" type="QString" value="&quot;description_sv&quot;"></Option>
            <Option name="FilterExpression" type="QString" value="(&quot;retired&quot; IS NOT true OR &quot;code&quot; = attribute(@current_feature, 'priority_resources'))"></Option>
            <Option name="Key" type="QString" value="code"></Option>
            <Option name="Layer" type="QString" value="code_priority_score"></Option>
            <Option name="LayerName" type="QString" value="code_priority_score"></Option>
            <Option name="LayerProviderName" type="QString" value="ogr"></Option>
            <Option name="LayerSource" type="QString" value=""></Option>
            <Option name="NofColumns" type="int" value="1"></Option>
            <Option name="OrderByField" type="bool" value="true"></Option>
            <Option name="OrderByFieldName" type="QString" value="sort_order"></Option>
            <Option name="OrderByValue" type="bool" value="false"></Option>
            <Option name="UseCompleter" type="bool" value="false"></Option>
            <Option name="Value" type="QString" value="label_sv"></Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="priority_cost">
      <editWidget type="ValueRelation">
        <config>
          <Option type="Map">
            <Option name="AllowMulti" type="bool" value="false"></Option>
            <Option name="AllowNull" type="bool" value="true"></Option>
            <Option name="Description" type="QString" value="&quot;description_sv&quot;"></Option>
            <Option name="FilterExpression" type="QString" value="(&quot;retired&quot; IS NOT true OR &quot;code&quot; = attribute(@current_feature, 'priority_cost'))"></Option>
            <Option name="Key" type="QString" value="code"></Option>
            <Option name="Layer" type="QString" value="code_priority_score"></Option>
            <Option name="LayerName" type="QString" value="code_priority_score"></Option>
            <Option name="LayerProviderName" type="QString" value="ogr"></Option>
            <Option name="LayerSource" type="QString" value=""></Option>
            <Option name="NofColumns" type="int" value="1"></Option>
            <Option name="OrderByField" type="bool" value="true"></Option>
            <Option name="OrderByFieldName" type="QString" value="sort_order"></Option>
            <Option name="OrderByValue" type="bool" value="false"></Option>
            <Option name="UseCompleter" type="bool" value="false"></Option>
            <Option name="Value" type="QString" value="label_sv"></Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="priority_total">
      <editWidget type="Range">
        <config>
          <Option type="Map">
            <Option name="AllowNull" type="bool" value="true"></Option>
            <Option name="Max" type="double" value="100"></Option>
            <Option name="Min" type="double" value="0"></Option>
            <Option name="Precision" type="int" value="2"></Option>
            <Option name="Step" type="double" value="0.1"></Option>
            <Option name="Style" type="QString" value="SpinBox"></Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="priority_rank">
      <editWidget type="Range">
        <config>
          <Option type="Map">
            <Option name="AllowNull" type="bool" value="true"></Option>
            <Option name="Max" type="int" value="2147483647"></Option>
            <Option name="Min" type="int" value="1"></Option>
            <Option name="Precision" type="int" value="0"></Option>
            <Option name="Step" type="int" value="1"></Option>
            <Option name="Style" type="QString" value="SpinBox"></Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="priority_reason">
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
            <Option name="Description" type="QString" value="&quot;description_sv&quot;"></Option>
            <Option name="FilterExpression" type="QString" value="(&quot;retired&quot; IS NOT true OR &quot;code&quot; = attribute(@current_feature, 'status'))"></Option>
            <Option name="Key" type="QString" value="code"></Option>
            <Option name="Layer" type="QString" value="code_problem_state"></Option>
            <Option name="LayerName" type="QString" value="code_problem_state"></Option>
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
    <field configurationFlags="None" name="secrecy">
      <editWidget type="ValueRelation">
        <config>
          <Option type="Map">
            <Option name="AllowMulti" type="bool" value="false"></Option>
            <Option name="AllowNull" type="bool" value="false"></Option>
            <Option name="Description" type="QString" value="&quot;description_sv&quot;"></Option>
            <Option name="FilterExpression" type="QString" value="(&quot;retired&quot; IS NOT true OR &quot;code&quot; = attribute(@current_feature, 'secrecy'))"></Option>
            <Option name="Key" type="QString" value="code"></Option>
            <Option name="Layer" type="QString" value="code_secrecy"></Option>
            <Option name="LayerName" type="QString" value="code_secrecy"></Option>
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
    <alias field="title" index="1" name="Rubrik"></alias>
    <alias field="phenomena" index="2" name="Fenomen"></alias>
    <alias field="subcategories" index="3" name="Underkategorier"></alias>
    <alias field="area" index="4" name="Område"></alias>
    <alias field="place_name" index="5" name="Plats"></alias>
    <alias field="description" index="6" name="Beskrivning"></alias>
    <alias field="consequences" index="7" name="Konsekvenser"></alias>
    <alias field="other_evidence" index="8" name="Annat underlag"></alias>
    <alias field="responsible_organisation" index="9" name="Ansvarig organisation"></alias>
    <alias field="first_noticed" index="10" name="Uppmärksammat"></alias>
    <alias field="priority_common" index="11" name="Vanligt?"></alias>
    <alias field="priority_increasing" index="12" name="Ökande?"></alias>
    <alias field="priority_long_lasting" index="13" name="Långvarigt?"></alias>
    <alias field="priority_deviating" index="14" name="Avviker från liknande områden?"></alias>
    <alias field="priority_place_bound" index="15" name="Knutet till platser?"></alias>
    <alias field="priority_signal" index="16" name="Signalbrott?"></alias>
    <alias field="priority_affects_many" index="17" name="Berör många?"></alias>
    <alias field="priority_serious" index="18" name="Allvarliga konsekvenser?"></alias>
    <alias field="priority_influenceable" index="19" name="Går att påverka?"></alias>
    <alias field="priority_resources" index="20" name="Finns resurser?"></alias>
    <alias field="priority_cost" index="21" name="Rimlig kostnad?"></alias>
    <alias field="priority_total" index="22" name="Sammanvägd prioritet"></alias>
    <alias field="priority_rank" index="23" name="Beslutad ordning"></alias>
    <alias field="priority_reason" index="24" name="Motivering"></alias>
    <alias field="status" index="25" name="Status"></alias>
    <alias field="secrecy" index="26" name="Sekretess"></alias>
    <alias field="publishable" index="27" name="Får publiceras"></alias>
    <alias field="uuid" index="28" name=""></alias>
    <alias field="version" index="29" name=""></alias>
    <alias field="created_at" index="30" name=""></alias>
    <alias field="created_by" index="31" name=""></alias>
    <alias field="changed_at" index="32" name=""></alias>
    <alias field="changed_by" index="33" name=""></alias>
    <alias field="deleted_at" index="34" name=""></alias>
  </aliases>
  <defaults>
    <default applyOnUpdate="0" expression="" field="fid"></default>
    <default applyOnUpdate="0" expression="" field="title"></default>
    <default applyOnUpdate="0" expression="" field="phenomena"></default>
    <default applyOnUpdate="0" expression="" field="subcategories"></default>
    <default applyOnUpdate="0" expression="" field="area"></default>
    <default applyOnUpdate="0" expression="" field="place_name"></default>
    <default applyOnUpdate="0" expression="" field="description"></default>
    <default applyOnUpdate="0" expression="" field="consequences"></default>
    <default applyOnUpdate="0" expression="" field="other_evidence"></default>
    <default applyOnUpdate="0" expression="" field="responsible_organisation"></default>
    <default applyOnUpdate="0" expression="to_date(now())" field="first_noticed"></default>
    <default applyOnUpdate="0" expression="" field="priority_common"></default>
    <default applyOnUpdate="0" expression="" field="priority_increasing"></default>
    <default applyOnUpdate="0" expression="" field="priority_long_lasting"></default>
    <default applyOnUpdate="0" expression="" field="priority_deviating"></default>
    <default applyOnUpdate="0" expression="" field="priority_place_bound"></default>
    <default applyOnUpdate="0" expression="" field="priority_signal"></default>
    <default applyOnUpdate="0" expression="" field="priority_affects_many"></default>
    <default applyOnUpdate="0" expression="" field="priority_serious"></default>
    <default applyOnUpdate="0" expression="" field="priority_influenceable"></default>
    <default applyOnUpdate="0" expression="" field="priority_resources"></default>
    <default applyOnUpdate="0" expression="" field="priority_cost"></default>
    <default applyOnUpdate="0" expression="" field="priority_total"></default>
    <default applyOnUpdate="0" expression="" field="priority_rank"></default>
    <default applyOnUpdate="0" expression="" field="priority_reason"></default>
    <default applyOnUpdate="0" expression="'noticed'" field="status"></default>
    <default applyOnUpdate="0" expression="'internal'" field="secrecy"></default>
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
    <constraint constraints="1" exp_strength="0" field="phenomena" notnull_strength="1" unique_strength="0"></constraint>
    <constraint constraints="0" exp_strength="0" field="subcategories" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="0" exp_strength="0" field="area" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="4" exp_strength="1" field="place_name" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="4" exp_strength="1" field="description" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="4" exp_strength="1" field="consequences" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="4" exp_strength="1" field="other_evidence" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="0" exp_strength="0" field="responsible_organisation" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="4" exp_strength="1" field="first_noticed" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="0" exp_strength="0" field="priority_common" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="0" exp_strength="0" field="priority_increasing" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="0" exp_strength="0" field="priority_long_lasting" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="0" exp_strength="0" field="priority_deviating" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="0" exp_strength="0" field="priority_place_bound" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="0" exp_strength="0" field="priority_signal" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="0" exp_strength="0" field="priority_affects_many" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="0" exp_strength="0" field="priority_serious" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="0" exp_strength="0" field="priority_influenceable" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="0" exp_strength="0" field="priority_resources" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="0" exp_strength="0" field="priority_cost" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="0" exp_strength="0" field="priority_total" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="0" exp_strength="0" field="priority_rank" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="4" exp_strength="1" field="priority_reason" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="1" exp_strength="0" field="status" notnull_strength="1" unique_strength="0"></constraint>
    <constraint constraints="1" exp_strength="0" field="secrecy" notnull_strength="1" unique_strength="0"></constraint>
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
    <constraint desc="Högst 120 tecken." exp="(&quot;title&quot; IS NULL OR length(&quot;title&quot;) &lt;= 120)" field="title"></constraint>
    <constraint desc="" exp="" field="phenomena"></constraint>
    <constraint desc="" exp="" field="subcategories"></constraint>
    <constraint desc="" exp="" field="area"></constraint>
    <constraint desc="Högst 120 tecken." exp="(&quot;place_name&quot; IS NULL OR length(&quot;place_name&quot;) &lt;= 120)" field="place_name"></constraint>
    <constraint desc="Högst 4000 tecken." exp="(&quot;description&quot; IS NULL OR length(&quot;description&quot;) &lt;= 4000)" field="description"></constraint>
    <constraint desc="Högst 4000 tecken." exp="(&quot;consequences&quot; IS NULL OR length(&quot;consequences&quot;) &lt;= 4000)" field="consequences"></constraint>
    <constraint desc="Högst 4000 tecken." exp="(&quot;other_evidence&quot; IS NULL OR length(&quot;other_evidence&quot;) &lt;= 4000)" field="other_evidence"></constraint>
    <constraint desc="" exp="" field="responsible_organisation"></constraint>
    <constraint desc="Ett problem kan inte ha uppmärksammats i framtiden." exp="(&quot;first_noticed&quot; IS NULL OR &quot;first_noticed&quot; &lt;= now() + to_interval('1 minute'))" field="first_noticed"></constraint>
    <constraint desc="" exp="" field="priority_common"></constraint>
    <constraint desc="" exp="" field="priority_increasing"></constraint>
    <constraint desc="" exp="" field="priority_long_lasting"></constraint>
    <constraint desc="" exp="" field="priority_deviating"></constraint>
    <constraint desc="" exp="" field="priority_place_bound"></constraint>
    <constraint desc="" exp="" field="priority_signal"></constraint>
    <constraint desc="" exp="" field="priority_affects_many"></constraint>
    <constraint desc="" exp="" field="priority_serious"></constraint>
    <constraint desc="" exp="" field="priority_influenceable"></constraint>
    <constraint desc="" exp="" field="priority_resources"></constraint>
    <constraint desc="" exp="" field="priority_cost"></constraint>
    <constraint desc="" exp="" field="priority_total"></constraint>
    <constraint desc="" exp="" field="priority_rank"></constraint>
    <constraint desc="Högst 2000 tecken." exp="(&quot;priority_reason&quot; IS NULL OR length(&quot;priority_reason&quot;) &lt;= 2000)" field="priority_reason"></constraint>
    <constraint desc="" exp="" field="status"></constraint>
    <constraint desc="" exp="" field="secrecy"></constraint>
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
    <attributeEditorContainer columnCount="1" groupBox="0" name="Problem" showLabel="1" visibilityExpression="" visibilityExpressionEnabled="0">
      <attributeEditorField index="1" name="title" showLabel="1"></attributeEditorField>
      <attributeEditorField index="2" name="phenomena" showLabel="1"></attributeEditorField>
      <attributeEditorField index="3" name="subcategories" showLabel="1"></attributeEditorField>
      <attributeEditorField index="4" name="area" showLabel="1"></attributeEditorField>
      <attributeEditorField index="5" name="place_name" showLabel="1"></attributeEditorField>
      <attributeEditorField index="6" name="description" showLabel="1"></attributeEditorField>
      <attributeEditorField index="7" name="consequences" showLabel="1"></attributeEditorField>
      <attributeEditorField index="8" name="other_evidence" showLabel="1"></attributeEditorField>
      <attributeEditorField index="9" name="responsible_organisation" showLabel="1"></attributeEditorField>
      <attributeEditorField index="10" name="first_noticed" showLabel="1"></attributeEditorField>
    </attributeEditorContainer>
    <attributeEditorContainer columnCount="1" groupBox="0" name="Prioritering" showLabel="1" visibilityExpression="" visibilityExpressionEnabled="0">
      <attributeEditorField index="11" name="priority_common" showLabel="1"></attributeEditorField>
      <attributeEditorField index="12" name="priority_increasing" showLabel="1"></attributeEditorField>
      <attributeEditorField index="13" name="priority_long_lasting" showLabel="1"></attributeEditorField>
      <attributeEditorField index="14" name="priority_deviating" showLabel="1"></attributeEditorField>
      <attributeEditorField index="15" name="priority_place_bound" showLabel="1"></attributeEditorField>
      <attributeEditorField index="16" name="priority_signal" showLabel="1"></attributeEditorField>
      <attributeEditorField index="17" name="priority_affects_many" showLabel="1"></attributeEditorField>
      <attributeEditorField index="18" name="priority_serious" showLabel="1"></attributeEditorField>
      <attributeEditorField index="19" name="priority_influenceable" showLabel="1"></attributeEditorField>
      <attributeEditorField index="20" name="priority_resources" showLabel="1"></attributeEditorField>
      <attributeEditorField index="21" name="priority_cost" showLabel="1"></attributeEditorField>
      <attributeEditorField index="22" name="priority_total" showLabel="1"></attributeEditorField>
      <attributeEditorField index="23" name="priority_rank" showLabel="1"></attributeEditorField>
      <attributeEditorField index="24" name="priority_reason" showLabel="1"></attributeEditorField>
    </attributeEditorContainer>
    <attributeEditorContainer columnCount="1" groupBox="0" name="Handläggning" showLabel="1" visibilityExpression="" visibilityExpressionEnabled="0">
      <attributeEditorField index="25" name="status" showLabel="1"></attributeEditorField>
      <attributeEditorField index="26" name="secrecy" showLabel="1"></attributeEditorField>
      <attributeEditorField index="27" name="publishable" showLabel="1"></attributeEditorField>
    </attributeEditorContainer>
    <attributeEditorContainer columnCount="1" groupBox="0" name="Händelser i problem" showLabel="1" visibilityExpression="" visibilityExpressionEnabled="0">
      <attributeEditorRelation forceSuppressFormPopup="0" label="" name="trygg_problem_incident_problem" nmRelationId="" relation="" relationWidgetTypeId="relation_editor" showLabel="0">
        <editor_configuration></editor_configuration>
      </attributeEditorRelation>
    </attributeEditorContainer>
    <attributeEditorContainer columnCount="1" groupBox="0" name="Trafikljus för problem" showLabel="1" visibilityExpression="" visibilityExpressionEnabled="0">
      <attributeEditorRelation forceSuppressFormPopup="0" label="" name="trygg_problem_light_problem" nmRelationId="" relation="" relationWidgetTypeId="relation_editor" showLabel="0">
        <editor_configuration></editor_configuration>
      </attributeEditorRelation>
    </attributeEditorContainer>
    <attributeEditorContainer columnCount="1" groupBox="0" name="Orsaker" showLabel="1" visibilityExpression="" visibilityExpressionEnabled="0">
      <attributeEditorRelation forceSuppressFormPopup="0" label="" name="trygg_cause_problem" nmRelationId="" relation="" relationWidgetTypeId="relation_editor" showLabel="0">
        <editor_configuration></editor_configuration>
      </attributeEditorRelation>
    </attributeEditorContainer>
    <attributeEditorContainer columnCount="1" groupBox="0" name="Åtgärder" showLabel="1" visibilityExpression="" visibilityExpressionEnabled="0">
      <attributeEditorRelation forceSuppressFormPopup="0" label="" name="trygg_measure_problem" nmRelationId="" relation="" relationWidgetTypeId="relation_editor" showLabel="0">
        <editor_configuration></editor_configuration>
      </attributeEditorRelation>
    </attributeEditorContainer>
    <attributeEditorContainer columnCount="1" groupBox="0" name="Problem i beslut" showLabel="1" visibilityExpression="" visibilityExpressionEnabled="0">
      <attributeEditorRelation forceSuppressFormPopup="0" label="" name="trygg_decision_problem_problem" nmRelationId="" relation="" relationWidgetTypeId="relation_editor" showLabel="0">
        <editor_configuration></editor_configuration>
      </attributeEditorRelation>
    </attributeEditorContainer>
    <attributeEditorContainer columnCount="1" groupBox="0" name="Prioriterade platser" showLabel="1" visibilityExpression="" visibilityExpressionEnabled="0">
      <attributeEditorRelation forceSuppressFormPopup="0" label="" name="trygg_priority_place_problem" nmRelationId="" relation="" relationWidgetTypeId="relation_editor" showLabel="0">
        <editor_configuration></editor_configuration>
      </attributeEditorRelation>
    </attributeEditorContainer>
  </attributeEditorForm>
  <editable>
    <field editable="1" name="area"></field>
    <field editable="1" name="consequences"></field>
    <field editable="1" name="description"></field>
    <field editable="1" name="first_noticed"></field>
    <field editable="1" name="other_evidence"></field>
    <field editable="1" name="phenomena"></field>
    <field editable="1" name="place_name"></field>
    <field editable="1" name="priority_affects_many"></field>
    <field editable="1" name="priority_common"></field>
    <field editable="1" name="priority_cost"></field>
    <field editable="1" name="priority_deviating"></field>
    <field editable="1" name="priority_increasing"></field>
    <field editable="1" name="priority_influenceable"></field>
    <field editable="1" name="priority_long_lasting"></field>
    <field editable="1" name="priority_place_bound"></field>
    <field editable="1" name="priority_rank"></field>
    <field editable="1" name="priority_reason"></field>
    <field editable="1" name="priority_resources"></field>
    <field editable="1" name="priority_serious"></field>
    <field editable="1" name="priority_signal"></field>
    <field editable="0" name="priority_total"></field>
    <field editable="1" name="publishable"></field>
    <field editable="1" name="responsible_organisation"></field>
    <field editable="1" name="secrecy"></field>
    <field editable="1" name="status"></field>
    <field editable="1" name="subcategories"></field>
    <field editable="1" name="title"></field>
  </editable>
  <labelOnTop></labelOnTop>
  <reuseLastValue></reuseLastValue>
  <dataDefinedFieldProperties></dataDefinedFieldProperties>
  <widgets></widgets>
  <layerGeometryType>4</layerGeometryType>
</qgis>
