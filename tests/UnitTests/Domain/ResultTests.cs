using CognitoAuth.Domain;

namespace CognitoAuth.UnitTests.Domain;

public sealed class ResultTests
{
    [Fact]
    public void Success_has_a_value()
    {
        Result<int> result = 7;

        result.Value.ShouldBe(7);
        result.Error.ShouldBeNull();
        result.IsFailure(out var error, out var value).ShouldBeFalse();
        error.ShouldBeNull();
        value.ShouldBe(7);
        result.Map(number => number + 1).Value.ShouldBe(8);
    }

    [Fact]
    public void Failure_has_an_error_and_no_value()
    {
        Result<int> result = AuthErrors.NotFound;

        result.IsFailure(out var error).ShouldBeTrue();
        error.ShouldBe(AuthErrors.NotFound);
        Should.Throw<InvalidOperationException>(() => result.Value).Message.ShouldContain("not_found");
        result.Map(number => number + 1).Error.ShouldBe(AuthErrors.NotFound);
    }

    [Fact]
    public void Errors_are_compared_by_code()
    {
        var error = AuthErrors.NotFound.Because("a reason") with { Detail = "another text" };

        error.Is(AuthErrors.NotFound).ShouldBeTrue();
        error.Is(AuthErrors.Conflict).ShouldBeFalse();
    }
}
