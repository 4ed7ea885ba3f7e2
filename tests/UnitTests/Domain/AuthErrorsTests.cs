using CognitoAuth.Domain;

namespace CognitoAuth.UnitTests.Domain;

public sealed class AuthErrorsTests
{
    [Fact]
    public void Catalogue_lists_its_errors_in_their_order_and_no_code_twice()
    {
        AuthErrors.All.Count.ShouldBeGreaterThan(40);
        AuthErrors.All[0].ShouldBe(AuthErrors.MalformedRequest);
        AuthErrors.All[^1].ShouldBe(AuthErrors.UpstreamTimeout);
        AuthErrors.All.Select(error => error.Code).ShouldBeUnique(StringComparer.Ordinal);
    }

    [Fact]
    public void Says_when_to_come_back_wherever_waiting_helps() =>
        AuthErrors.All.Where(error => error.RetryAfter is not null).ShouldBe(AuthErrors.All.Where(error => error.Kind is ErrorKind.RateLimited or ErrorKind.Unavailable), ignoreOrder: true);
}
