# Reads every #include line and fails when an arrow of the dependencies turns round, or when a library is seen
# outside of its place. Run: cmake -DSOURCE=<repository> -P tests/layering.cmake
#
#   crypto <- ballot <- server/app <- server/http <- main;  server/domain knows none of them.

# folder | what its files may include of ours, as a regular expression
set(layers
  "crypto|crypto/"
  "ballot|(ballot|crypto)/"
  "server/domain|server/domain/|crypto/(bytes|result|ensure)\\.h"
  "server/store|server/(store|domain)/|crypto/"
  "server/app|server/(app|domain)/|server/store/(accounts|board_store|campaigns|errors|files|invitations|meta|people|registry|votes)\\.h|(ballot|crypto)/"
  "server/http|server/(http|app|domain)/|server/store/(accounts|errors|files|invitations|people|registry|votes|campaigns)\\.h|(ballot|crypto)/"
  "server/tools|server/(tools|domain)/|crypto/(bytes|result|ensure)\\.h")

# library's header | the only places that may include it
set(libraries
  "httplib\\.h|server/http/server\\.cpp"
  "sqlite3\\.h|server/store/sqlite\\.cpp"
  "nlohmann/|ballot/(json|key_file)\\.cpp|server/http/|server/domain/[a-z_/]*\\.cpp|server/domain/(profile_[a-z]*|rules/read_vote)\\.h|server/tools/[a-z_]*\\.cpp"
  "sodium\\.h|crypto/|ballot/(key_file|tools/trustee)\\.cpp|server/app/(passwords|seals)\\.cpp|server/(keys|main)\\.cpp"
  "openssl/|crypto/")

# "a|b|c" into a and b|c.
function(split entry first rest)
  string(FIND "${entry}" "|" at)
  string(SUBSTRING "${entry}" 0 ${at} left)
  math(EXPR at "${at} + 1")
  string(SUBSTRING "${entry}" ${at} -1 right)
  set(${first} "${left}" PARENT_SCOPE)
  set(${rest} "${right}" PARENT_SCOPE)
endfunction()

set(read 0)
function(check file layer allowed)
  file(STRINGS "${SOURCE}/${file}" includes REGEX "^[ \t]*#[ \t]*include")
  foreach(line IN LISTS includes)
    string(REGEX REPLACE "^[ \t]*#[ \t]*include[ \t]*[<\"]([^>\"]+).*" "\\1" name "${line}")
    if(name MATCHES "^(crypto|ballot|server|tests|web)/" AND NOT name MATCHES "^(${allowed})")
      message(SEND_ERROR "${file} includes ${name}: ${layer} must not know it")
    endif()
    if(line MATCHES "#[ \t]*include[ \t]*\"" AND NOT name MATCHES "/" AND NOT name STREQUAL "httplib.h")
      message(SEND_ERROR "${file} includes ${name}: write includes from the repository's root")
    endif()
    foreach(library IN LISTS libraries)
      split("${library}" header places)
      if(name MATCHES "^${header}" AND NOT file MATCHES "^(${places})")
        message(SEND_ERROR "${file} includes ${name}: only ${places} may")
      endif()
    endforeach()
  endforeach()
endfunction()

foreach(entry IN LISTS layers)
  split("${entry}" folder allowed)
  file(GLOB_RECURSE files RELATIVE "${SOURCE}" "${SOURCE}/${folder}/*.h" "${SOURCE}/${folder}/*.cpp")
  if(NOT files)
    message(SEND_ERROR "no files in ${folder}")
  endif()
  foreach(file IN LISTS files)
    check("${file}" "${folder}" "${allowed}")
    math(EXPR read "${read} + 1")
  endforeach()
endforeach()
message(STATUS "${read} files read")
