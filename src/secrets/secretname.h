// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

namespace wardroom::secrets {

//! Whether \a name can be a secret's name in every store: 1 to 128 of a-z A-Z 0-9 . _ - and not starting with a dot.
//! (A credential is a file name, so a slash or ".." must never get through.)
bool isSecretName(const QString &name);

} // namespace wardroom::secrets
