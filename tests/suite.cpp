#include "tests/suite.h"

#include <QTest>

#include <cstdio>
#include <map>
#include <string>

namespace {

/// Made when it is first asked for: tests become known before main().
std::map<std::string, suite::Make>& tests()
{
    static std::map<std::string, suite::Make> known;
    return known;
}

} // namespace

bool suite::add(const char* name, Make make)
{
    return tests().emplace(name, make).second;
}

int suite::run(int count, char** arguments)
{
    const auto test = count > 1 ? tests().find(arguments[1]) : tests().end();
    if (test == tests().end()) {
        std::fprintf(stderr, "Usage: %s TEST [options of Qt Test], where TEST is one of\n",
                     arguments[0]);
        for (const auto& [name, make] : tests())
            std::fprintf(stderr, "    %s\n", name.c_str());
        return EXIT_FAILURE;
    }
    // Qt Test takes the first argument for the program's name.
    return QTest::qExec(test->second().get(), count - 1, arguments + 1);
}
