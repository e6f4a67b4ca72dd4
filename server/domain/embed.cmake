# embed_json(FOLDER NAME): writes NAME.cpp into the build folder, with every FOLDER/*.json as one text, in the
# order of the file names. A changed or new file configures again.
function(embed_json folder name)
  file(GLOB files CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${folder}/*.json)
  list(SORT files)
  set(texts "")
  foreach(file IN LISTS files)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
    file(READ ${file} text)
    string(APPEND texts "    std::string_view(R\"json(${text})json\"),\n")
  endforeach()
  list(LENGTH files count)
  file(CONFIGURE OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/${name}.cpp CONTENT
"// Made by server/domain/embed.cmake from ${folder}/*.json.
#include \"server/domain/data.h\"

namespace minhtin::data {

static constexpr std::array<std::string_view, ${count}> texts{
@texts@};

std::span<const std::string_view> ${folder}() { return texts; }

}  // namespace minhtin::data
" @ONLY)
endfunction()
