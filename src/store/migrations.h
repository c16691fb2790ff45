// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "store/connection.h"

#include <array>

namespace wardroom::store {

//! One forward step. Its number becomes PRAGMA user_version in the transaction that runs its file.
struct Migration
{
    int number = 0;
    const char *file = nullptr;
};

inline constexpr std::array kMigrations{Migration{1, "001_initial.sql"}, Migration{2, "002_threads.sql"},
                                        Migration{3, "003_marks.sql"}};

template <std::size_t Count> constexpr bool countsUp(const std::array<Migration, Count> &list)
{
    for (std::size_t i = 0; i < Count; ++i) {
        if (list[i].number != static_cast<int>(i) + 1)
            return false;
    }
    return Count > 0;
}
static_assert(countsUp(kMigrations), "migrations are numbered 1, 2, 3 … without a gap");

inline constexpr int kSchemaVersion = kMigrations.back().number;
//! PRAGMA application_id of every Wardroom file: "Wrdr".
inline constexpr qint32 kApplicationId = 0x57726472;

struct MigrationStep
{
    int number = 0;
    QByteArray sql;
};
QList<MigrationStep> allMigrations();

//! Takes the file from its version to the last of \a steps, each in its own transaction. An existing file is copied to
//! "<path>.v<its version>" first. On failure the file is at the last step that worked.
Result<void> migrate(Connection &connection, const QString &path, const QList<MigrationStep> &steps);

} // namespace wardroom::store
