// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/profile.h"

#include <QCoroTask>
#include <functional>

namespace wardroom::session {

//! Asks a person for the passphrase; \a isNew: one is being chosen, so it should be asked for twice.
using PassphraseAsker = std::function<QCoro::Task<Result<QByteArray>>(bool isNew)>;

//! The profile's secrets, wherever this machine can keep them. What was chosen once stays chosen: the desktop's
//! keychain, or a file in the profile that is encrypted with a passphrase. The passphrase comes from the file that
//! $WARDROOM_PASSPHRASE_FILE names, from systemd's credential "wardroom.passphrase", or from \a ask (may be empty).
//! ErrorKind::auth: there is none, or it is wrong; the sentence says exactly what to do. \a profile outlives this.
QCoro::Task<Result<std::unique_ptr<domain::Secrets>>> openSecrets(Profile &profile, PassphraseAsker ask);

//! Whether the profile's secrets are in the keychain, in a file, or not anywhere yet; for people.
QString secretsPlace(const Profile &profile);

} // namespace wardroom::session
