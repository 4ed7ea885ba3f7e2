using System.Reflection;
using CognitoAuth.Domain;

namespace CognitoAuth.UnitTests.Domain;

public sealed class AuthErrorsTests
{
    [Fact]
    public void Lists_every_error_once()
    {
        var declared = typeof(AuthErrors).GetProperties(BindingFlags.Public | BindingFlags.Static).Where(property => property.PropertyType == typeof(AuthError)).Select(property => (AuthError)property.GetValue(null)!);

        AuthErrors.All.ShouldBe(declared, ignoreOrder: true);
        AuthErrors.All.Select(error => error.Code).ShouldBeUnique(StringComparer.Ordinal);
    }

    [Fact]
    public void Says_when_to_come_back_wherever_waiting_helps() =>
        AuthErrors.All.Where(error => error.RetryAfter is not null).ShouldBe(AuthErrors.All.Where(error => error.Kind is ErrorKind.RateLimited or ErrorKind.Unavailable), ignoreOrder: true);
}
