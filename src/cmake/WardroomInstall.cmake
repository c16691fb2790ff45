# SPDX-FileCopyrightText: 2026 The Wardroom authors
# SPDX-License-Identifier: GPL-3.0-or-later
# cmake --install build --prefix DIR: a Wardroom that needs its source tree no more. session/resources.cpp finds the
# resources by their place beside the programs, so the whole may be moved.
include(GNUInstallDirs)
set(resources_into ${CMAKE_INSTALL_DATADIR}/wardroom)

foreach(program wardroom wardroomd wardroomctl)
    if(TARGET ${program})
        install(TARGETS ${program} RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
    endif()
endforeach()

# Scripts stay executable, links stay links: plugins are vetted by the hash of exactly these files.
install(DIRECTORY resources/crowdsec resources/drills resources/mappings resources/playbooks resources/plugins resources/practice
                  resources/regimes resources/tones
    DESTINATION ${resources_into} USE_SOURCE_PERMISSIONS
    PATTERN __pycache__ EXCLUDE)
install(FILES resources/playbook.schema.json resources/plugin.schema.json DESTINATION ${resources_into})

install(FILES packaging/wardroom.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES packaging/org.wardroom.Wardroom.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
install(FILES resources/icons/wardroom.svg DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
install(FILES LICENSE README.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
