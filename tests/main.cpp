#include "tests/suite.h"

#include <QCoreApplication>

int main(int count, char** arguments)
{
    const QCoreApplication application(count, arguments);
    return suite::run(count, arguments);
}
