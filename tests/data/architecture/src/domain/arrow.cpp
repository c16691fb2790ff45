// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/thing.h"
#include <QWidget>
#include <QtGui/QImage>
#include "../base/up.h"
#include "base/hash.h"
