<qgis styleCategories="Fields|Forms" version="3.22">
  <fieldConfiguration>
    <field configurationFlags="None" name="fid">
      <editWidget type="Hidden">
        <config>
          <Option></Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="category">
      <editWidget type="ValueRelation">
        <config>
          <Option type="Map">
            <Option name="AllowMulti" type="bool" value="false"></Option>
            <Option name="AllowNull" type="bool" value="false"></Option>
            <Option name="Description" type="QString" value="&quot;description_en&quot;"></Option>
            <Option name="FilterExpression" type="QString" value="(&quot;retired&quot; IS NOT true OR &quot;code&quot; = attribute(@current_feature, 'category'))"></Option>
            <Option name="Key" type="QString" value="code"></Option>
            <Option name="Layer" type="QString" value="code_category"></Option>
            <Option name="LayerName" type="QString" value="code_category"></Option>
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
    <field configurationFlags="None" name="subcategory">
      <editWidget type="ValueRelation">
        <config>
          <Option type="Map">
            <Option name="AllowMulti" type="bool" value="false"></Option>
            <Option name="AllowNull" type="bool" value="true"></Option>
            <Option name="Description" type="QString" value="&quot;description_en&quot;"></Option>
            <Option name="FilterExpression" type="QString" value="(&quot;retired&quot; IS NOT true OR &quot;code&quot; = attribute(@current_feature, 'subcategory')) AND &quot;parent&quot; = current_value('category')"></Option>
            <Option name="Key" type="QString" value="code"></Option>
            <Option name="Layer" type="QString" value="code_subcategory"></Option>
            <Option name="LayerName" type="QString" value="code_subcategory"></Option>
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
    <field configurationFlags="None" name="severity">
      <editWidget type="ValueRelation">
        <config>
          <Option type="Map">
            <Option name="AllowMulti" type="bool" value="false"></Option>
            <Option name="AllowNull" type="bool" value="true"></Option>
            <Option name="Description" type="QString" value="&quot;description_en&quot;"></Option>
            <Option name="FilterExpression" type="QString" value="(&quot;retired&quot; IS NOT true OR &quot;code&quot; = attribute(@current_feature, 'severity'))"></Option>
            <Option name="Key" type="QString" value="code"></Option>
            <Option name="Layer" type="QString" value="code_severity"></Option>
            <Option name="LayerName" type="QString" value="code_severity"></Option>
            <Option name="LayerProviderName" type="QString" value="ogr"></Option>
            <Option name="LayerSource" type="QString" value=""></Option>
            <Option name="NofColumns" type="int" value="1"></Option>
            <Option name="OrderByField" type="bool" value="true"></Option>
            <Option name="OrderByFieldName" type="QString" value="sort_order"></Option>
            <Option name="OrderByValue" type="bool" value="false"></Option>
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
    <field configurationFlags="None" name="place_type">
      <editWidget type="ValueRelation">
        <config>
          <Option type="Map">
            <Option name="AllowMulti" type="bool" value="false"></Option>
            <Option name="AllowNull" type="bool" value="true"></Option>
            <Option name="Description" type="QString" value="&quot;description_en&quot;"></Option>
            <Option name="FilterExpression" type="QString" value="(&quot;retired&quot; IS NOT true OR &quot;code&quot; = attribute(@current_feature, 'place_type'))"></Option>
            <Option name="Key" type="QString" value="code"></Option>
            <Option name="Layer" type="QString" value="code_place_type"></Option>
            <Option name="LayerName" type="QString" value="code_place_type"></Option>
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
    <field configurationFlags="None" name="place_precision">
      <editWidget type="ValueRelation">
        <config>
          <Option type="Map">
            <Option name="AllowMulti" type="bool" value="false"></Option>
            <Option name="AllowNull" type="bool" value="true"></Option>
            <Option name="Description" type="QString" value="&quot;description_en&quot;"></Option>
            <Option name="FilterExpression" type="QString" value="(&quot;retired&quot; IS NOT true OR &quot;code&quot; = attribute(@current_feature, 'place_precision'))"></Option>
            <Option name="Key" type="QString" value="code"></Option>
            <Option name="Layer" type="QString" value="code_place_precision"></Option>
            <Option name="LayerName" type="QString" value="code_place_precision"></Option>
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
    <field configurationFlags="None" name="area">
      <editWidget type="RelationReference">
        <config>
          <Option type="Map">
            <Option name="AllowAddFeatures" type="bool" value="false"></Option>
            <Option name="AllowNULL" type="bool" value="true"></Option>
            <Option name="MapIdentification" type="bool" value="true"></Option>
            <Option name="OrderByValue" type="bool" value="true"></Option>
            <Option name="ReadOnly" type="bool" value="false"></Option>
            <Option name="Relation" type="QString" value="trygg_incident_area"></Option>
            <Option name="ShowForm" type="bool" value="false"></Option>
            <Option name="ShowOpenFormButton" type="bool" value="true"></Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="deso">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option name="IsMultiline" type="bool" value="false"></Option>
            <Option name="UseHtml" type="bool" value="false"></Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="regso">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option name="IsMultiline" type="bool" value="false"></Option>
            <Option name="UseHtml" type="bool" value="false"></Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="time_from">
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
    <field configurationFlags="None" name="time_to">
      <editWidget type="DateTime">
        <config>
          <Option type="Map">
            <Option name="allow_null" type="bool" value="true"></Option>
            <Option name="calendar_popup" type="bool" value="true"></Option>
            <Option name="display_format" type="QString" value="yyyy-MM-dd HH:mm"></Option>
            <Option name="field_format" type="QString" value="yyyy-MM-dd HH:mm:ss"></Option>
            <Option name="field_iso_format" type="bool" value="false"></Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="time_certainty">
      <editWidget type="ValueRelation">
        <config>
          <Option type="Map">
            <Option name="AllowMulti" type="bool" value="false"></Option>
            <Option name="AllowNull" type="bool" value="true"></Option>
            <Option name="Description" type="QString" value="&quot;description_en&quot;"></Option>
            <Option name="FilterExpression" type="QString" value="(&quot;retired&quot; IS NOT true OR &quot;code&quot; = attribute(@current_feature, 'time_certainty'))"></Option>
            <Option name="Key" type="QString" value="code"></Option>
            <Option name="Layer" type="QString" value="code_time_certainty"></Option>
            <Option name="LayerName" type="QString" value="code_time_certainty"></Option>
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
    <field configurationFlags="None" name="recurrence">
      <editWidget type="ValueRelation">
        <config>
          <Option type="Map">
            <Option name="AllowMulti" type="bool" value="false"></Option>
            <Option name="AllowNull" type="bool" value="true"></Option>
            <Option name="Description" type="QString" value="&quot;description_en&quot;"></Option>
            <Option name="FilterExpression" type="QString" value="(&quot;retired&quot; IS NOT true OR &quot;code&quot; = attribute(@current_feature, 'recurrence'))"></Option>
            <Option name="Key" type="QString" value="code"></Option>
            <Option name="Layer" type="QString" value="code_recurrence"></Option>
            <Option name="LayerName" type="QString" value="code_recurrence"></Option>
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
    <field configurationFlags="None" name="reported_at">
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
    <field configurationFlags="None" name="source">
      <editWidget type="ValueRelation">
        <config>
          <Option type="Map">
            <Option name="AllowMulti" type="bool" value="false"></Option>
            <Option name="AllowNull" type="bool" value="true"></Option>
            <Option name="Description" type="QString" value="&quot;description_en&quot;"></Option>
            <Option name="FilterExpression" type="QString" value="(&quot;retired&quot; IS NOT true OR &quot;code&quot; = attribute(@current_feature, 'source'))"></Option>
            <Option name="Key" type="QString" value="code"></Option>
            <Option name="Layer" type="QString" value="code_source"></Option>
            <Option name="LayerName" type="QString" value="code_source"></Option>
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
    <field configurationFlags="None" name="people_count">
      <editWidget type="ValueRelation">
        <config>
          <Option type="Map">
            <Option name="AllowMulti" type="bool" value="false"></Option>
            <Option name="AllowNull" type="bool" value="true"></Option>
            <Option name="Description" type="QString" value="&quot;description_en&quot;"></Option>
            <Option name="FilterExpression" type="QString" value="(&quot;retired&quot; IS NOT true OR &quot;code&quot; = attribute(@current_feature, 'people_count'))"></Option>
            <Option name="Key" type="QString" value="code"></Option>
            <Option name="Layer" type="QString" value="code_people_count"></Option>
            <Option name="LayerName" type="QString" value="code_people_count"></Option>
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
    <field configurationFlags="None" name="people_age">
      <editWidget type="ValueRelation">
        <config>
          <Option type="Map">
            <Option name="AllowMulti" type="bool" value="false"></Option>
            <Option name="AllowNull" type="bool" value="true"></Option>
            <Option name="Description" type="QString" value="&quot;description_en&quot;"></Option>
            <Option name="FilterExpression" type="QString" value="(&quot;retired&quot; IS NOT true OR &quot;code&quot; = attribute(@current_feature, 'people_age'))"></Option>
            <Option name="Key" type="QString" value="code"></Option>
            <Option name="Layer" type="QString" value="code_people_age"></Option>
            <Option name="LayerName" type="QString" value="code_people_age"></Option>
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
    <field configurationFlags="None" name="immediate_actions">
      <editWidget type="ValueRelation">
        <config>
          <Option type="Map">
            <Option name="AllowMulti" type="bool" value="true"></Option>
            <Option name="AllowNull" type="bool" value="true"></Option>
            <Option name="Description" type="QString" value="&quot;description_en&quot;"></Option>
            <Option name="FilterExpression" type="QString" value="(&quot;retired&quot; IS NOT true OR &quot;code&quot; = attribute(@current_feature, 'immediate_actions'))"></Option>
            <Option name="Key" type="QString" value="code"></Option>
            <Option name="Layer" type="QString" value="code_immediate_action"></Option>
            <Option name="LayerName" type="QString" value="code_immediate_action"></Option>
            <Option name="LayerProviderName" type="QString" value="ogr"></Option>
            <Option name="LayerSource" type="QString" value=""></Option>
            <Option name="NofColumns" type="int" value="2"></Option>
            <Option name="OrderByField" type="bool" value="true"></Option>
            <Option name="OrderByFieldName" type="QString" value="sort_order"></Option>
            <Option name="OrderByValue" type="bool" value="true"></Option>
            <Option name="UseCompleter" type="bool" value="false"></Option>
            <Option name="Value" type="QString" value="label_en"></Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="police_reported">
      <editWidget type="CheckBox">
        <config>
          <Option></Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="photo">
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
    <field configurationFlags="None" name="photo_confirmed">
      <editWidget type="CheckBox">
        <config>
          <Option></Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="reporter_organisation">
      <editWidget type="RelationReference">
        <config>
          <Option type="Map">
            <Option name="AllowAddFeatures" type="bool" value="false"></Option>
            <Option name="AllowNULL" type="bool" value="true"></Option>
            <Option name="MapIdentification" type="bool" value="true"></Option>
            <Option name="OrderByValue" type="bool" value="true"></Option>
            <Option name="ReadOnly" type="bool" value="false"></Option>
            <Option name="Relation" type="QString" value="trygg_incident_reporter_organisation"></Option>
            <Option name="ShowForm" type="bool" value="false"></Option>
            <Option name="ShowOpenFormButton" type="bool" value="true"></Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="reporter_role">
      <editWidget type="ValueRelation">
        <config>
          <Option type="Map">
            <Option name="AllowMulti" type="bool" value="false"></Option>
            <Option name="AllowNull" type="bool" value="true"></Option>
            <Option name="Description" type="QString" value="&quot;description_en&quot;"></Option>
            <Option name="FilterExpression" type="QString" value="(&quot;retired&quot; IS NOT true OR &quot;code&quot; = attribute(@current_feature, 'reporter_role'))"></Option>
            <Option name="Key" type="QString" value="code"></Option>
            <Option name="Layer" type="QString" value="code_reporter_role"></Option>
            <Option name="LayerName" type="QString" value="code_reporter_role"></Option>
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
    <field configurationFlags="None" name="reporter_id">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option name="IsMultiline" type="bool" value="false"></Option>
            <Option name="UseHtml" type="bool" value="false"></Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="channel">
      <editWidget type="ValueRelation">
        <config>
          <Option type="Map">
            <Option name="AllowMulti" type="bool" value="false"></Option>
            <Option name="AllowNull" type="bool" value="false"></Option>
            <Option name="Description" type="QString" value="&quot;description_en&quot;"></Option>
            <Option name="FilterExpression" type="QString" value="(&quot;retired&quot; IS NOT true OR &quot;code&quot; = attribute(@current_feature, 'channel'))"></Option>
            <Option name="Key" type="QString" value="code"></Option>
            <Option name="Layer" type="QString" value="code_channel"></Option>
            <Option name="LayerName" type="QString" value="code_channel"></Option>
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
    <field configurationFlags="None" name="status">
      <editWidget type="ValueRelation">
        <config>
          <Option type="Map">
            <Option name="AllowMulti" type="bool" value="false"></Option>
            <Option name="AllowNull" type="bool" value="false"></Option>
            <Option name="Description" type="QString" value="&quot;description_en&quot;"></Option>
            <Option name="FilterExpression" type="QString" value="(&quot;retired&quot; IS NOT true OR &quot;code&quot; = attribute(@current_feature, 'status'))"></Option>
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
    <field configurationFlags="None" name="severity_reviewed">
      <editWidget type="ValueRelation">
        <config>
          <Option type="Map">
            <Option name="AllowMulti" type="bool" value="false"></Option>
            <Option name="AllowNull" type="bool" value="true"></Option>
            <Option name="Description" type="QString" value="&quot;description_en&quot;"></Option>
            <Option name="FilterExpression" type="QString" value="(&quot;retired&quot; IS NOT true OR &quot;code&quot; = attribute(@current_feature, 'severity_reviewed'))"></Option>
            <Option name="Key" type="QString" value="code"></Option>
            <Option name="Layer" type="QString" value="code_severity"></Option>
            <Option name="LayerName" type="QString" value="code_severity"></Option>
            <Option name="LayerProviderName" type="QString" value="ogr"></Option>
            <Option name="LayerSource" type="QString" value=""></Option>
            <Option name="NofColumns" type="int" value="1"></Option>
            <Option name="OrderByField" type="bool" value="true"></Option>
            <Option name="OrderByFieldName" type="QString" value="sort_order"></Option>
            <Option name="OrderByValue" type="bool" value="false"></Option>
            <Option name="UseCompleter" type="bool" value="false"></Option>
            <Option name="Value" type="QString" value="label_en"></Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="rejection_reason">
      <editWidget type="ValueRelation">
        <config>
          <Option type="Map">
            <Option name="AllowMulti" type="bool" value="false"></Option>
            <Option name="AllowNull" type="bool" value="true"></Option>
            <Option name="Description" type="QString" value="&quot;description_en&quot;"></Option>
            <Option name="FilterExpression" type="QString" value="(&quot;retired&quot; IS NOT true OR &quot;code&quot; = attribute(@current_feature, 'rejection_reason'))"></Option>
            <Option name="Key" type="QString" value="code"></Option>
            <Option name="Layer" type="QString" value="code_rejection_reason"></Option>
            <Option name="LayerName" type="QString" value="code_rejection_reason"></Option>
            <Option name="LayerProviderName" type="QString" value="ogr"></Option>
            <Option name="LayerSource" type="QString" value=""></Option>
            <Option name="NofColumns" type="int" value="1"></Option>
            <Option name="OrderByField" type="bool" value="true"></Option>
            <Option name="OrderByFieldName" type="QString" value="sort_order"></Option>
            <Option name="OrderByValue" type="bool" value="false"></Option>
            <Option name="UseCompleter" type="bool" value="false"></Option>
            <Option name="Value" type="QString" value="label_en"></Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="duplicate_of">
      <editWidget type="RelationReference">
        <config>
          <Option type="Map">
            <Option name="AllowAddFeatures" type="bool" value="false"></Option>
            <Option name="AllowNULL" type="bool" value="true"></Option>
            <Option name="MapIdentification" type="bool" value="true"></Option>
            <Option name="OrderByValue" type="bool" value="true"></Option>
            <Option name="ReadOnly" type="bool" value="false"></Option>
            <Option name="Relation" type="QString" value="trygg_incident_duplicate_of"></Option>
            <Option name="ShowForm" type="bool" value="false"></Option>
            <Option name="ShowOpenFormButton" type="bool" value="true"></Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="completion_request">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option name="IsMultiline" type="bool" value="false"></Option>
            <Option name="UseHtml" type="bool" value="false"></Option>
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
            <Option name="Description" type="QString" value="&quot;description_en&quot;"></Option>
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
            <Option name="Value" type="QString" value="label_en"></Option>
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
    <field configurationFlags="None" name="owner_organisation">
      <editWidget type="RelationReference">
        <config>
          <Option type="Map">
            <Option name="AllowAddFeatures" type="bool" value="false"></Option>
            <Option name="AllowNULL" type="bool" value="true"></Option>
            <Option name="MapIdentification" type="bool" value="true"></Option>
            <Option name="OrderByValue" type="bool" value="true"></Option>
            <Option name="ReadOnly" type="bool" value="false"></Option>
            <Option name="Relation" type="QString" value="trygg_incident_owner_organisation"></Option>
            <Option name="ShowForm" type="bool" value="false"></Option>
            <Option name="ShowOpenFormButton" type="bool" value="true"></Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="due_date">
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
    <field configurationFlags="None" name="feedback_sent_at">
      <editWidget type="DateTime">
        <config>
          <Option type="Map">
            <Option name="allow_null" type="bool" value="true"></Option>
            <Option name="calendar_popup" type="bool" value="true"></Option>
            <Option name="display_format" type="QString" value="yyyy-MM-dd HH:mm"></Option>
            <Option name="field_format" type="QString" value="yyyy-MM-dd HH:mm:ss"></Option>
            <Option name="field_iso_format" type="bool" value="false"></Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="retention_date">
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
    <alias field="category" index="1" name="Category"></alias>
    <alias field="subcategory" index="2" name="Subcategory"></alias>
    <alias field="severity" index="3" name="Severity"></alias>
    <alias field="description" index="4" name="Description"></alias>
    <alias field="place_name" index="5" name="Name of place"></alias>
    <alias field="place_type" index="6" name="Type of place"></alias>
    <alias field="place_precision" index="7" name="Precision of place"></alias>
    <alias field="area" index="8" name="Area"></alias>
    <alias field="deso" index="9" name="DeSO"></alias>
    <alias field="regso" index="10" name="RegSO"></alias>
    <alias field="time_from" index="11" name="From"></alias>
    <alias field="time_to" index="12" name="To"></alias>
    <alias field="time_certainty" index="13" name="Certainty of time"></alias>
    <alias field="recurrence" index="14" name="Recurrence"></alias>
    <alias field="reported_at" index="15" name="Reported at"></alias>
    <alias field="source" index="16" name="Source"></alias>
    <alias field="people_count" index="17" name="Number of people"></alias>
    <alias field="people_age" index="18" name="Age"></alias>
    <alias field="immediate_actions" index="19" name="Immediate actions"></alias>
    <alias field="police_reported" index="20" name="Reported to the police"></alias>
    <alias field="photo" index="21" name="Photo"></alias>
    <alias field="photo_confirmed" index="22" name="No faces or number plates are visible"></alias>
    <alias field="reporter_organisation" index="23" name="Organisation"></alias>
    <alias field="reporter_role" index="24" name="Role"></alias>
    <alias field="reporter_id" index="25" name="Pseudonym of reporter"></alias>
    <alias field="channel" index="26" name="Channel"></alias>
    <alias field="status" index="27" name="State"></alias>
    <alias field="severity_reviewed" index="28" name="Severity as reviewed"></alias>
    <alias field="rejection_reason" index="29" name="Reason for rejection"></alias>
    <alias field="duplicate_of" index="30" name="Duplicate of"></alias>
    <alias field="completion_request" index="31" name="What needs completing"></alias>
    <alias field="secrecy" index="32" name="Secrecy"></alias>
    <alias field="publishable" index="33" name="May be published"></alias>
    <alias field="owner_organisation" index="34" name="Responsible organisation"></alias>
    <alias field="due_date" index="35" name="Due date"></alias>
    <alias field="feedback_sent_at" index="36" name="Feedback sent at"></alias>
    <alias field="retention_date" index="37" name="To be disposed of"></alias>
    <alias field="uuid" index="38" name=""></alias>
    <alias field="version" index="39" name=""></alias>
    <alias field="created_at" index="40" name=""></alias>
    <alias field="created_by" index="41" name=""></alias>
    <alias field="changed_at" index="42" name=""></alias>
    <alias field="changed_by" index="43" name=""></alias>
    <alias field="deleted_at" index="44" name=""></alias>
  </aliases>
  <defaults>
    <default applyOnUpdate="0" expression="" field="fid"></default>
    <default applyOnUpdate="0" expression="" field="category"></default>
    <default applyOnUpdate="0" expression="" field="subcategory"></default>
    <default applyOnUpdate="0" expression="" field="severity"></default>
    <default applyOnUpdate="0" expression="" field="description"></default>
    <default applyOnUpdate="0" expression="" field="place_name"></default>
    <default applyOnUpdate="0" expression="" field="place_type"></default>
    <default applyOnUpdate="0" expression="'exact'" field="place_precision"></default>
    <default applyOnUpdate="1" expression="coalesce(array_first(overlay_within('area', &quot;uuid&quot;)), &quot;area&quot;)" field="area"></default>
    <default applyOnUpdate="0" expression="" field="deso"></default>
    <default applyOnUpdate="0" expression="" field="regso"></default>
    <default applyOnUpdate="0" expression="now()" field="time_from"></default>
    <default applyOnUpdate="0" expression="" field="time_to"></default>
    <default applyOnUpdate="0" expression="'exact'" field="time_certainty"></default>
    <default applyOnUpdate="0" expression="'once'" field="recurrence"></default>
    <default applyOnUpdate="0" expression="now()" field="reported_at"></default>
    <default applyOnUpdate="0" expression="'own_observation'" field="source"></default>
    <default applyOnUpdate="0" expression="" field="people_count"></default>
    <default applyOnUpdate="0" expression="" field="people_age"></default>
    <default applyOnUpdate="0" expression="" field="immediate_actions"></default>
    <default applyOnUpdate="0" expression="" field="police_reported"></default>
    <default applyOnUpdate="0" expression="" field="photo"></default>
    <default applyOnUpdate="0" expression="" field="photo_confirmed"></default>
    <default applyOnUpdate="0" expression="" field="reporter_organisation"></default>
    <default applyOnUpdate="0" expression="" field="reporter_role"></default>
    <default applyOnUpdate="0" expression="" field="reporter_id"></default>
    <default applyOnUpdate="0" expression="'qgis'" field="channel"></default>
    <default applyOnUpdate="0" expression="'submitted'" field="status"></default>
    <default applyOnUpdate="0" expression="" field="severity_reviewed"></default>
    <default applyOnUpdate="0" expression="" field="rejection_reason"></default>
    <default applyOnUpdate="0" expression="" field="duplicate_of"></default>
    <default applyOnUpdate="0" expression="" field="completion_request"></default>
    <default applyOnUpdate="0" expression="'internal'" field="secrecy"></default>
    <default applyOnUpdate="0" expression="false" field="publishable"></default>
    <default applyOnUpdate="0" expression="" field="owner_organisation"></default>
    <default applyOnUpdate="0" expression="" field="due_date"></default>
    <default applyOnUpdate="0" expression="" field="feedback_sent_at"></default>
    <default applyOnUpdate="0" expression="" field="retention_date"></default>
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
    <constraint constraints="1" exp_strength="0" field="category" notnull_strength="1" unique_strength="0"></constraint>
    <constraint constraints="0" exp_strength="0" field="subcategory" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="0" exp_strength="0" field="severity" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="4" exp_strength="1" field="description" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="4" exp_strength="1" field="place_name" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="0" exp_strength="0" field="place_type" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="0" exp_strength="0" field="place_precision" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="0" exp_strength="0" field="area" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="4" exp_strength="1" field="deso" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="4" exp_strength="1" field="regso" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="5" exp_strength="1" field="time_from" notnull_strength="1" unique_strength="0"></constraint>
    <constraint constraints="4" exp_strength="1" field="time_to" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="0" exp_strength="0" field="time_certainty" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="0" exp_strength="0" field="recurrence" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="5" exp_strength="1" field="reported_at" notnull_strength="1" unique_strength="0"></constraint>
    <constraint constraints="0" exp_strength="0" field="source" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="0" exp_strength="0" field="people_count" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="0" exp_strength="0" field="people_age" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="0" exp_strength="0" field="immediate_actions" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="0" exp_strength="0" field="police_reported" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="0" exp_strength="0" field="photo" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="4" exp_strength="1" field="photo_confirmed" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="0" exp_strength="0" field="reporter_organisation" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="0" exp_strength="0" field="reporter_role" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="4" exp_strength="1" field="reporter_id" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="1" exp_strength="0" field="channel" notnull_strength="1" unique_strength="0"></constraint>
    <constraint constraints="1" exp_strength="0" field="status" notnull_strength="1" unique_strength="0"></constraint>
    <constraint constraints="0" exp_strength="0" field="severity_reviewed" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="4" exp_strength="1" field="rejection_reason" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="4" exp_strength="1" field="duplicate_of" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="4" exp_strength="1" field="completion_request" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="1" exp_strength="0" field="secrecy" notnull_strength="1" unique_strength="0"></constraint>
    <constraint constraints="1" exp_strength="0" field="publishable" notnull_strength="1" unique_strength="0"></constraint>
    <constraint constraints="0" exp_strength="0" field="owner_organisation" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="0" exp_strength="0" field="due_date" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="0" exp_strength="0" field="feedback_sent_at" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="0" exp_strength="0" field="retention_date" notnull_strength="0" unique_strength="0"></constraint>
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
    <constraint desc="" exp="" field="category"></constraint>
    <constraint desc="" exp="" field="subcategory"></constraint>
    <constraint desc="" exp="" field="severity"></constraint>
    <constraint desc="At most 500 characters." exp="(&quot;description&quot; IS NULL OR length(&quot;description&quot;) &lt;= 500)" field="description"></constraint>
    <constraint desc="At most 120 characters." exp="(&quot;place_name&quot; IS NULL OR length(&quot;place_name&quot;) &lt;= 120)" field="place_name"></constraint>
    <constraint desc="" exp="" field="place_type"></constraint>
    <constraint desc="" exp="" field="place_precision"></constraint>
    <constraint desc="" exp="" field="area"></constraint>
    <constraint desc="At most 9 characters." exp="(&quot;deso&quot; IS NULL OR length(&quot;deso&quot;) &lt;= 9)" field="deso"></constraint>
    <constraint desc="At most 8 characters." exp="(&quot;regso&quot; IS NULL OR length(&quot;regso&quot;) &lt;= 8)" field="regso"></constraint>
    <constraint desc="The time “from” lies in the future. Only planned events may do so." exp="(&quot;time_from&quot; IS NULL OR &quot;time_from&quot; &lt;= now() + to_interval('1 minute') OR coalesce(&quot;category&quot; IN ('event'), false))" field="time_from"></constraint>
    <constraint desc="The time “from” must be before or equal to the time “to”. The time “to” lies in the future. Only planned events may do so." exp="(&quot;time_from&quot; IS NULL OR &quot;time_to&quot; IS NULL OR &quot;time_from&quot; &lt;= &quot;time_to&quot;) AND (&quot;time_to&quot; IS NULL OR &quot;time_to&quot; &lt;= now() + to_interval('1 minute') OR coalesce(&quot;category&quot; IN ('event'), false))" field="time_to"></constraint>
    <constraint desc="" exp="" field="time_certainty"></constraint>
    <constraint desc="" exp="" field="recurrence"></constraint>
    <constraint desc="An incident cannot have been reported in the future." exp="(&quot;reported_at&quot; IS NULL OR &quot;reported_at&quot; &lt;= now() + to_interval('1 minute'))" field="reported_at"></constraint>
    <constraint desc="" exp="" field="source"></constraint>
    <constraint desc="" exp="" field="people_count"></constraint>
    <constraint desc="" exp="" field="people_age"></constraint>
    <constraint desc="" exp="" field="immediate_actions"></constraint>
    <constraint desc="" exp="" field="police_reported"></constraint>
    <constraint desc="" exp="" field="photo"></constraint>
    <constraint desc="Confirm that no faces or number plates are visible in the photo." exp="(&quot;photo_confirmed&quot; IS true OR NOT coalesce(&quot;photo&quot; IS NOT NULL, false))" field="photo_confirmed"></constraint>
    <constraint desc="" exp="" field="reporter_organisation"></constraint>
    <constraint desc="" exp="" field="reporter_role"></constraint>
    <constraint desc="At most 40 characters." exp="(&quot;reporter_id&quot; IS NULL OR length(&quot;reporter_id&quot;) &lt;= 40)" field="reporter_id"></constraint>
    <constraint desc="" exp="" field="channel"></constraint>
    <constraint desc="" exp="" field="status"></constraint>
    <constraint desc="" exp="" field="severity_reviewed"></constraint>
    <constraint desc="Give the reason why the incident is rejected." exp="(&quot;rejection_reason&quot; IS NOT NULL OR NOT coalesce(&quot;status&quot; IN ('rejected'), false))" field="rejection_reason"></constraint>
    <constraint desc="Say which incident this is a duplicate of. An incident cannot be a duplicate of itself." exp="(&quot;duplicate_of&quot; IS NOT NULL OR NOT coalesce(&quot;rejection_reason&quot; IN ('duplicate'), false)) AND (&quot;duplicate_of&quot; IS NULL OR &quot;uuid&quot; IS NULL OR &quot;duplicate_of&quot; &lt;> &quot;uuid&quot;)" field="duplicate_of"></constraint>
    <constraint desc="At most 300 characters." exp="(&quot;completion_request&quot; IS NULL OR length(&quot;completion_request&quot;) &lt;= 300)" field="completion_request"></constraint>
    <constraint desc="" exp="" field="secrecy"></constraint>
    <constraint desc="" exp="" field="publishable"></constraint>
    <constraint desc="" exp="" field="owner_organisation"></constraint>
    <constraint desc="" exp="" field="due_date"></constraint>
    <constraint desc="" exp="" field="feedback_sent_at"></constraint>
    <constraint desc="" exp="" field="retention_date"></constraint>
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
    <attributeEditorContainer columnCount="1" groupBox="0" name="What" showLabel="1" visibilityExpression="" visibilityExpressionEnabled="0">
      <attributeEditorField index="1" name="category" showLabel="1"></attributeEditorField>
      <attributeEditorContainer columnCount="1" groupBox="1" name="Subcategory" showLabel="0" visibilityExpression="&quot;category&quot; is null or &quot;category&quot; not in ('rumour', 'safe_place')" visibilityExpressionEnabled="1">
        <attributeEditorField index="2" name="subcategory" showLabel="1"></attributeEditorField>
      </attributeEditorContainer>
      <attributeEditorField index="3" name="severity" showLabel="1"></attributeEditorField>
      <attributeEditorField index="4" name="description" showLabel="1"></attributeEditorField>
    </attributeEditorContainer>
    <attributeEditorContainer columnCount="1" groupBox="0" name="Where" showLabel="1" visibilityExpression="" visibilityExpressionEnabled="0">
      <attributeEditorField index="5" name="place_name" showLabel="1"></attributeEditorField>
      <attributeEditorField index="6" name="place_type" showLabel="1"></attributeEditorField>
      <attributeEditorField index="7" name="place_precision" showLabel="1"></attributeEditorField>
      <attributeEditorField index="8" name="area" showLabel="1"></attributeEditorField>
      <attributeEditorField index="9" name="deso" showLabel="1"></attributeEditorField>
      <attributeEditorField index="10" name="regso" showLabel="1"></attributeEditorField>
    </attributeEditorContainer>
    <attributeEditorContainer columnCount="1" groupBox="0" name="When" showLabel="1" visibilityExpression="" visibilityExpressionEnabled="0">
      <attributeEditorField index="11" name="time_from" showLabel="1"></attributeEditorField>
      <attributeEditorField index="12" name="time_to" showLabel="1"></attributeEditorField>
      <attributeEditorField index="13" name="time_certainty" showLabel="1"></attributeEditorField>
      <attributeEditorField index="14" name="recurrence" showLabel="1"></attributeEditorField>
      <attributeEditorField index="15" name="reported_at" showLabel="1"></attributeEditorField>
    </attributeEditorContainer>
    <attributeEditorContainer columnCount="1" groupBox="0" name="Circumstances" showLabel="1" visibilityExpression="" visibilityExpressionEnabled="0">
      <attributeEditorField index="16" name="source" showLabel="1"></attributeEditorField>
      <attributeEditorField index="17" name="people_count" showLabel="1"></attributeEditorField>
      <attributeEditorContainer columnCount="1" groupBox="1" name="Age" showLabel="0" visibilityExpression="&quot;people_count&quot; is not null and &quot;people_count&quot; &lt;> 'none'" visibilityExpressionEnabled="1">
        <attributeEditorField index="18" name="people_age" showLabel="1"></attributeEditorField>
      </attributeEditorContainer>
      <attributeEditorField index="19" name="immediate_actions" showLabel="1"></attributeEditorField>
      <attributeEditorField index="20" name="police_reported" showLabel="1"></attributeEditorField>
    </attributeEditorContainer>
    <attributeEditorContainer columnCount="1" groupBox="0" name="Photo" showLabel="1" visibilityExpression="" visibilityExpressionEnabled="0">
      <attributeEditorField index="21" name="photo" showLabel="1"></attributeEditorField>
      <attributeEditorContainer columnCount="1" groupBox="1" name="No faces or number plates are visible" showLabel="0" visibilityExpression="&quot;photo&quot; is not null" visibilityExpressionEnabled="1">
        <attributeEditorField index="22" name="photo_confirmed" showLabel="1"></attributeEditorField>
      </attributeEditorContainer>
    </attributeEditorContainer>
    <attributeEditorContainer columnCount="1" groupBox="0" name="Reporter" showLabel="1" visibilityExpression="" visibilityExpressionEnabled="0">
      <attributeEditorField index="23" name="reporter_organisation" showLabel="1"></attributeEditorField>
      <attributeEditorField index="24" name="reporter_role" showLabel="1"></attributeEditorField>
      <attributeEditorField index="25" name="reporter_id" showLabel="1"></attributeEditorField>
      <attributeEditorField index="26" name="channel" showLabel="1"></attributeEditorField>
    </attributeEditorContainer>
    <attributeEditorContainer columnCount="1" groupBox="0" name="Handling" showLabel="1" visibilityExpression="" visibilityExpressionEnabled="0">
      <attributeEditorField index="27" name="status" showLabel="1"></attributeEditorField>
      <attributeEditorField index="28" name="severity_reviewed" showLabel="1"></attributeEditorField>
      <attributeEditorContainer columnCount="1" groupBox="1" name="Reason for rejection" showLabel="0" visibilityExpression="&quot;status&quot; = 'rejected'" visibilityExpressionEnabled="1">
        <attributeEditorField index="29" name="rejection_reason" showLabel="1"></attributeEditorField>
      </attributeEditorContainer>
      <attributeEditorField index="30" name="duplicate_of" showLabel="1"></attributeEditorField>
      <attributeEditorContainer columnCount="1" groupBox="1" name="What needs completing" showLabel="0" visibilityExpression="&quot;status&quot; = 'needs_completion'" visibilityExpressionEnabled="1">
        <attributeEditorField index="31" name="completion_request" showLabel="1"></attributeEditorField>
      </attributeEditorContainer>
      <attributeEditorField index="32" name="secrecy" showLabel="1"></attributeEditorField>
      <attributeEditorField index="33" name="publishable" showLabel="1"></attributeEditorField>
      <attributeEditorField index="34" name="owner_organisation" showLabel="1"></attributeEditorField>
      <attributeEditorField index="35" name="due_date" showLabel="1"></attributeEditorField>
      <attributeEditorField index="36" name="feedback_sent_at" showLabel="1"></attributeEditorField>
      <attributeEditorField index="37" name="retention_date" showLabel="1"></attributeEditorField>
    </attributeEditorContainer>
    <attributeEditorContainer columnCount="1" groupBox="0" name="Incidents" showLabel="1" visibilityExpression="" visibilityExpressionEnabled="0">
      <attributeEditorRelation forceSuppressFormPopup="0" label="" name="trygg_incident_duplicate_of" nmRelationId="" relation="" relationWidgetTypeId="relation_editor" showLabel="0">
        <editor_configuration></editor_configuration>
      </attributeEditorRelation>
    </attributeEditorContainer>
    <attributeEditorContainer columnCount="1" groupBox="0" name="Forwardings" showLabel="1" visibilityExpression="" visibilityExpressionEnabled="0">
      <attributeEditorRelation forceSuppressFormPopup="0" label="" name="trygg_incident_forward_incident" nmRelationId="" relation="" relationWidgetTypeId="relation_editor" showLabel="0">
        <editor_configuration></editor_configuration>
      </attributeEditorRelation>
    </attributeEditorContainer>
    <attributeEditorContainer columnCount="1" groupBox="0" name="Feedback addresses" showLabel="1" visibilityExpression="" visibilityExpressionEnabled="0">
      <attributeEditorRelation forceSuppressFormPopup="0" label="" name="trygg_reporter_contact_incident" nmRelationId="" relation="" relationWidgetTypeId="relation_editor" showLabel="0">
        <editor_configuration></editor_configuration>
      </attributeEditorRelation>
    </attributeEditorContainer>
    <attributeEditorContainer columnCount="1" groupBox="0" name="Feedback receipts" showLabel="1" visibilityExpression="" visibilityExpressionEnabled="0">
      <attributeEditorRelation forceSuppressFormPopup="0" label="" name="trygg_feedback_receipt_incident" nmRelationId="" relation="" relationWidgetTypeId="relation_editor" showLabel="0">
        <editor_configuration></editor_configuration>
      </attributeEditorRelation>
    </attributeEditorContainer>
    <attributeEditorContainer columnCount="1" groupBox="0" name="Incidents of problems" showLabel="1" visibilityExpression="" visibilityExpressionEnabled="0">
      <attributeEditorRelation forceSuppressFormPopup="0" label="" name="trygg_problem_incident_incident" nmRelationId="" relation="" relationWidgetTypeId="relation_editor" showLabel="0">
        <editor_configuration></editor_configuration>
      </attributeEditorRelation>
    </attributeEditorContainer>
    <attributeEditorContainer columnCount="1" groupBox="0" name="Disclosures" showLabel="1" visibilityExpression="" visibilityExpressionEnabled="0">
      <attributeEditorRelation forceSuppressFormPopup="0" label="" name="trygg_disclosure_incident" nmRelationId="" relation="" relationWidgetTypeId="relation_editor" showLabel="0">
        <editor_configuration></editor_configuration>
      </attributeEditorRelation>
    </attributeEditorContainer>
  </attributeEditorForm>
  <editable>
    <field editable="1" name="area"></field>
    <field editable="1" name="category"></field>
    <field editable="1" name="channel"></field>
    <field editable="1" name="completion_request"></field>
    <field editable="1" name="description"></field>
    <field editable="0" name="deso"></field>
    <field editable="1" name="due_date"></field>
    <field editable="1" name="duplicate_of"></field>
    <field editable="1" name="feedback_sent_at"></field>
    <field editable="1" name="immediate_actions"></field>
    <field editable="1" name="owner_organisation"></field>
    <field editable="1" name="people_age"></field>
    <field editable="1" name="people_count"></field>
    <field editable="1" name="photo"></field>
    <field editable="1" name="photo_confirmed"></field>
    <field editable="1" name="place_name"></field>
    <field editable="1" name="place_precision"></field>
    <field editable="1" name="place_type"></field>
    <field editable="1" name="police_reported"></field>
    <field editable="1" name="publishable"></field>
    <field editable="1" name="recurrence"></field>
    <field editable="0" name="regso"></field>
    <field editable="1" name="rejection_reason"></field>
    <field editable="0" name="reported_at"></field>
    <field editable="1" name="reporter_id"></field>
    <field editable="1" name="reporter_organisation"></field>
    <field editable="1" name="reporter_role"></field>
    <field editable="1" name="retention_date"></field>
    <field editable="1" name="secrecy"></field>
    <field editable="1" name="severity"></field>
    <field editable="1" name="severity_reviewed"></field>
    <field editable="1" name="source"></field>
    <field editable="1" name="status"></field>
    <field editable="1" name="subcategory"></field>
    <field editable="1" name="time_certainty"></field>
    <field editable="1" name="time_from"></field>
    <field editable="1" name="time_to"></field>
  </editable>
  <labelOnTop></labelOnTop>
  <reuseLastValue></reuseLastValue>
  <dataDefinedFieldProperties></dataDefinedFieldProperties>
  <widgets></widgets>
  <layerGeometryType>0</layerGeometryType>
</qgis>
