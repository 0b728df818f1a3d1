<qgis styleCategories="Fields|Forms" version="3.22">
  <fieldConfiguration>
    <field configurationFlags="None" name="fid">
      <editWidget type="Hidden">
        <config>
          <Option></Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="walk">
      <editWidget type="RelationReference">
        <config>
          <Option type="Map">
            <Option name="AllowAddFeatures" type="bool" value="false"></Option>
            <Option name="AllowNULL" type="bool" value="false"></Option>
            <Option name="MapIdentification" type="bool" value="true"></Option>
            <Option name="OrderByValue" type="bool" value="true"></Option>
            <Option name="ReadOnly" type="bool" value="false"></Option>
            <Option name="Relation" type="QString" value="trygg_walk_point_walk"></Option>
            <Option name="ShowForm" type="bool" value="false"></Option>
            <Option name="ShowOpenFormButton" type="bool" value="true"></Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="number">
      <editWidget type="Range">
        <config>
          <Option type="Map">
            <Option name="AllowNull" type="bool" value="false"></Option>
            <Option name="Max" type="int" value="2147483647"></Option>
            <Option name="Min" type="int" value="1"></Option>
            <Option name="Precision" type="int" value="0"></Option>
            <Option name="Step" type="int" value="1"></Option>
            <Option name="Style" type="QString" value="SpinBox"></Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="theme">
      <editWidget type="ValueRelation">
        <config>
          <Option type="Map">
            <Option name="AllowMulti" type="bool" value="false"></Option>
            <Option name="AllowNull" type="bool" value="false"></Option>
            <Option name="Description" type="QString" value="&quot;description_sv&quot;"></Option>
            <Option name="FilterExpression" type="QString" value="(&quot;retired&quot; IS NOT true OR &quot;code&quot; = attribute(@current_feature, 'theme'))"></Option>
            <Option name="Key" type="QString" value="code"></Option>
            <Option name="Layer" type="QString" value="code_walk_theme"></Option>
            <Option name="LayerName" type="QString" value="code_walk_theme"></Option>
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
    <field configurationFlags="None" name="works_well">
      <editWidget type="CheckBox">
        <config>
          <Option></Option>
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
    <field configurationFlags="None" name="proposal">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option name="IsMultiline" type="bool" value="true"></Option>
            <Option name="UseHtml" type="bool" value="false"></Option>
          </Option>
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
            <Option name="Relation" type="QString" value="trygg_walk_point_owner_organisation"></Option>
            <Option name="ShowForm" type="bool" value="false"></Option>
            <Option name="ShowOpenFormButton" type="bool" value="true"></Option>
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
    <field configurationFlags="None" name="status">
      <editWidget type="ValueRelation">
        <config>
          <Option type="Map">
            <Option name="AllowMulti" type="bool" value="false"></Option>
            <Option name="AllowNull" type="bool" value="false"></Option>
            <Option name="Description" type="QString" value="&quot;description_sv&quot;"></Option>
            <Option name="FilterExpression" type="QString" value="(&quot;retired&quot; IS NOT true OR &quot;code&quot; = attribute(@current_feature, 'status'))"></Option>
            <Option name="Key" type="QString" value="code"></Option>
            <Option name="Layer" type="QString" value="code_walk_point_status"></Option>
            <Option name="LayerName" type="QString" value="code_walk_point_status"></Option>
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
    <field configurationFlags="None" name="answer">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option name="IsMultiline" type="bool" value="true"></Option>
            <Option name="UseHtml" type="bool" value="false"></Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field configurationFlags="None" name="measure">
      <editWidget type="RelationReference">
        <config>
          <Option type="Map">
            <Option name="AllowAddFeatures" type="bool" value="false"></Option>
            <Option name="AllowNULL" type="bool" value="true"></Option>
            <Option name="MapIdentification" type="bool" value="true"></Option>
            <Option name="OrderByValue" type="bool" value="true"></Option>
            <Option name="ReadOnly" type="bool" value="false"></Option>
            <Option name="Relation" type="QString" value="trygg_walk_point_measure"></Option>
            <Option name="ShowForm" type="bool" value="false"></Option>
            <Option name="ShowOpenFormButton" type="bool" value="true"></Option>
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
    <alias field="walk" index="1" name="Vandring"></alias>
    <alias field="number" index="2" name="Nummer"></alias>
    <alias field="theme" index="3" name="Tema"></alias>
    <alias field="works_well" index="4" name="Fungerar bra"></alias>
    <alias field="place_name" index="5" name="Plats"></alias>
    <alias field="description" index="6" name="Iakttagelse"></alias>
    <alias field="photo" index="7" name="Foto"></alias>
    <alias field="photo_confirmed" index="8" name="Inga ansikten eller registreringsskyltar syns"></alias>
    <alias field="proposal" index="9" name="Förslag"></alias>
    <alias field="owner_organisation" index="10" name="Ansvarig organisation"></alias>
    <alias field="deadline" index="11" name="Svar senast"></alias>
    <alias field="status" index="12" name="Status"></alias>
    <alias field="answer" index="13" name="Svar"></alias>
    <alias field="measure" index="14" name="Åtgärd"></alias>
    <alias field="uuid" index="15" name=""></alias>
    <alias field="version" index="16" name=""></alias>
    <alias field="created_at" index="17" name=""></alias>
    <alias field="created_by" index="18" name=""></alias>
    <alias field="changed_at" index="19" name=""></alias>
    <alias field="changed_by" index="20" name=""></alias>
    <alias field="deleted_at" index="21" name=""></alias>
  </aliases>
  <defaults>
    <default applyOnUpdate="0" expression="" field="fid"></default>
    <default applyOnUpdate="0" expression="" field="walk"></default>
    <default applyOnUpdate="0" expression="" field="number"></default>
    <default applyOnUpdate="0" expression="" field="theme"></default>
    <default applyOnUpdate="0" expression="false" field="works_well"></default>
    <default applyOnUpdate="0" expression="" field="place_name"></default>
    <default applyOnUpdate="0" expression="" field="description"></default>
    <default applyOnUpdate="0" expression="" field="photo"></default>
    <default applyOnUpdate="0" expression="" field="photo_confirmed"></default>
    <default applyOnUpdate="0" expression="" field="proposal"></default>
    <default applyOnUpdate="0" expression="" field="owner_organisation"></default>
    <default applyOnUpdate="0" expression="" field="deadline"></default>
    <default applyOnUpdate="0" expression="'found'" field="status"></default>
    <default applyOnUpdate="0" expression="" field="answer"></default>
    <default applyOnUpdate="0" expression="" field="measure"></default>
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
    <constraint constraints="1" exp_strength="0" field="walk" notnull_strength="1" unique_strength="0"></constraint>
    <constraint constraints="1" exp_strength="0" field="number" notnull_strength="1" unique_strength="0"></constraint>
    <constraint constraints="1" exp_strength="0" field="theme" notnull_strength="1" unique_strength="0"></constraint>
    <constraint constraints="1" exp_strength="0" field="works_well" notnull_strength="1" unique_strength="0"></constraint>
    <constraint constraints="4" exp_strength="1" field="place_name" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="4" exp_strength="1" field="description" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="0" exp_strength="0" field="photo" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="4" exp_strength="1" field="photo_confirmed" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="4" exp_strength="1" field="proposal" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="4" exp_strength="1" field="owner_organisation" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="0" exp_strength="0" field="deadline" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="1" exp_strength="0" field="status" notnull_strength="1" unique_strength="0"></constraint>
    <constraint constraints="4" exp_strength="1" field="answer" notnull_strength="0" unique_strength="0"></constraint>
    <constraint constraints="0" exp_strength="0" field="measure" notnull_strength="0" unique_strength="0"></constraint>
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
    <constraint desc="" exp="" field="walk"></constraint>
    <constraint desc="" exp="" field="number"></constraint>
    <constraint desc="" exp="" field="theme"></constraint>
    <constraint desc="" exp="" field="works_well"></constraint>
    <constraint desc="Högst 120 tecken." exp="(&quot;place_name&quot; IS NULL OR length(&quot;place_name&quot;) &lt;= 120)" field="place_name"></constraint>
    <constraint desc="Högst 500 tecken." exp="(&quot;description&quot; IS NULL OR length(&quot;description&quot;) &lt;= 500)" field="description"></constraint>
    <constraint desc="" exp="" field="photo"></constraint>
    <constraint desc="Bekräfta att inga ansikten eller registreringsskyltar syns på fotot." exp="(&quot;photo_confirmed&quot; IS true OR NOT coalesce(&quot;photo&quot; IS NOT NULL, false))" field="photo_confirmed"></constraint>
    <constraint desc="Högst 500 tecken." exp="(&quot;proposal&quot; IS NULL OR length(&quot;proposal&quot;) &lt;= 500)" field="proposal"></constraint>
    <constraint desc="Ange vilken organisation som ansvarar för punkten." exp="(&quot;owner_organisation&quot; IS NOT NULL OR NOT coalesce(&quot;status&quot; IN ('distributed', 'answered', 'done', 'declined'), false))" field="owner_organisation"></constraint>
    <constraint desc="" exp="" field="deadline"></constraint>
    <constraint desc="" exp="" field="status"></constraint>
    <constraint desc="Högst 1000 tecken. Skriv svaret: vad som ska göras, eller varför inget görs." exp="(&quot;answer&quot; IS NULL OR length(&quot;answer&quot;) &lt;= 1000) AND (&quot;answer&quot; IS NOT NULL OR NOT coalesce(&quot;status&quot; IN ('answered', 'declined'), false))" field="answer"></constraint>
    <constraint desc="" exp="" field="measure"></constraint>
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
    <attributeEditorContainer columnCount="1" groupBox="0" name="Punkt" showLabel="1" visibilityExpression="" visibilityExpressionEnabled="0">
      <attributeEditorField index="1" name="walk" showLabel="1"></attributeEditorField>
      <attributeEditorField index="2" name="number" showLabel="1"></attributeEditorField>
      <attributeEditorField index="3" name="theme" showLabel="1"></attributeEditorField>
      <attributeEditorField index="4" name="works_well" showLabel="1"></attributeEditorField>
      <attributeEditorField index="5" name="place_name" showLabel="1"></attributeEditorField>
      <attributeEditorField index="6" name="description" showLabel="1"></attributeEditorField>
      <attributeEditorField index="7" name="photo" showLabel="1"></attributeEditorField>
      <attributeEditorContainer columnCount="1" groupBox="1" name="Inga ansikten eller registreringsskyltar syns" showLabel="0" visibilityExpression="&quot;photo&quot; is not null" visibilityExpressionEnabled="1">
        <attributeEditorField index="8" name="photo_confirmed" showLabel="1"></attributeEditorField>
      </attributeEditorContainer>
    </attributeEditorContainer>
    <attributeEditorContainer columnCount="1" groupBox="0" name="Förslag och svar" showLabel="1" visibilityExpression="" visibilityExpressionEnabled="0">
      <attributeEditorField index="9" name="proposal" showLabel="1"></attributeEditorField>
      <attributeEditorField index="10" name="owner_organisation" showLabel="1"></attributeEditorField>
      <attributeEditorField index="11" name="deadline" showLabel="1"></attributeEditorField>
      <attributeEditorField index="12" name="status" showLabel="1"></attributeEditorField>
      <attributeEditorField index="13" name="answer" showLabel="1"></attributeEditorField>
      <attributeEditorField index="14" name="measure" showLabel="1"></attributeEditorField>
    </attributeEditorContainer>
  </attributeEditorForm>
  <editable>
    <field editable="1" name="answer"></field>
    <field editable="1" name="deadline"></field>
    <field editable="1" name="description"></field>
    <field editable="1" name="measure"></field>
    <field editable="1" name="number"></field>
    <field editable="1" name="owner_organisation"></field>
    <field editable="1" name="photo"></field>
    <field editable="1" name="photo_confirmed"></field>
    <field editable="1" name="place_name"></field>
    <field editable="1" name="proposal"></field>
    <field editable="1" name="status"></field>
    <field editable="1" name="theme"></field>
    <field editable="1" name="walk"></field>
    <field editable="1" name="works_well"></field>
  </editable>
  <labelOnTop></labelOnTop>
  <reuseLastValue></reuseLastValue>
  <dataDefinedFieldProperties></dataDefinedFieldProperties>
  <widgets></widgets>
  <layerGeometryType>0</layerGeometryType>
</qgis>
