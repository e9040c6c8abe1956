// What most tests with a window include, read once for all of them; see ui/precompiled.h.
#pragma once

#include "tests/precompiled.h"

#include <QtWidgets>
