using CognitoAuth.Domain;

namespace CognitoAuth.UnitTests.Domain;

public sealed class AuthErrorsTests
{
    [Fact]
    public void Catalogue_lists_every_error_in_order_and_no_code_twice()
    {
        AuthErrors.All.Count.ShouldBeGreaterThan(40);
        AuthErrors.All[0].ShouldBe(AuthErrors.MalformedRequest);
        AuthErrors.All[^1].ShouldBe(AuthErrors.UpstreamTimeout);
        AuthErrors.All.Select(error => error.Code).ShouldBeUnique(StringComparer.Ordinal);
    }

    [Fact]
    public void Errors_that_a_later_attempt_can_resolve_have_a_RetryAfter() =>
        AuthErrors.All.Where(error => error.RetryAfter is not null).ShouldBe(AuthErrors.All.Where(error => error.Kind is ErrorKind.RateLimited or ErrorKind.Unavailable), ignoreOrder: true);
}
