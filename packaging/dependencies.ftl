<#-- One line for each dependency, for Licences.java: group, artifact, version, name, licences, address. -->
<#list dependencyMap as entry><#assign project=entry.getKey()/>
${project.groupId}	${project.artifactId}	${project.version}	${project.name!project.artifactId}	${entry.getValue()?join(" or ")}	${project.url!}
</#list>
