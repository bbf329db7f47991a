<#-- One row a library; deploy/licences.sh puts the modules' rows together. -->
<#list dependencyMap as entry>
<#if entry.getKey().groupId != "dev.tidewatch">
| ${entry.getKey().groupId}:${entry.getKey().artifactId} | ${entry.getKey().version} | <#list entry.getValue()?sort as licence>${licence}<#if licence_has_next>, or </#if></#list> |
</#if>
</#list>
