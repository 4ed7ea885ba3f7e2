using CognitoAuth.Application;
using CognitoAuth.Application.Pipeline;
using CognitoAuth.Domain;
using CognitoAuth.UnitTests.Architecture.Offenders;
using FluentValidation;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace CognitoAuth.UnitTests.Application.Pipeline;

public sealed class FlowRulesTests
{
    private static readonly string[] Faults = [.. FlowRules.FaultsOf(typeof(FlowRulesTests).Assembly)];

    [Fact]
    public void Flows_of_this_product_have_no_faults() => FlowRules.FaultsOf(typeof(IProtectedFlow).Assembly).ShouldBeEmpty();

    [Theory]
    [InlineData(typeof(NeitherPublicNorProtected), "must be either an IPublicFlow or an IProtectedFlow.")]
    [InlineData(typeof(BothPublicAndProtected), "must be either an IPublicFlow or an IProtectedFlow.")]
    [InlineData(typeof(WithoutValidator), "has no validator.")]
    public void Request_that_the_pipeline_would_not_protect_stops_the_start(Type offender, string fault)
    {
        var refusal = Should.Throw<FlowRulesException>(() => new ServiceCollection().AddFlows(typeof(FlowRulesTests).Assembly));

        refusal.Faults.Where(line => line.StartsWith($"{offender.FullName} ", StringComparison.Ordinal)).ShouldBe([$"{offender.FullName} {fault}"]);
        Faults.ShouldContain($"{offender.FullName} {fault}");
    }

    [Theory]
    [InlineData(typeof(OpenHandler))]
    [InlineData(typeof(OpenValidator))]
    public void Handlers_and_validators_must_be_internal_and_sealed(Type offender) => Faults.ShouldContain($"{offender.FullName} must be internal and sealed.");

    [Fact]
    public void Secrets_must_not_be_plain_strings() => Faults.Where(fault => fault.StartsWith(typeof(Careless).FullName!, StringComparison.Ordinal)).ShouldBe(
        ((string[])["NewPassword", "Code", "RefreshToken", "BackupCodes"]).Select(member => $"{typeof(Careless).FullName}.{member} must be a Secret."));

    [Theory]
    [InlineData(typeof(WellFormedPublic))]
    [InlineData(typeof(WellFormedProtected))]
    public void Well_formed_request_has_no_faults(Type request) =>
        Faults.ShouldAllBe(fault => !fault.Contains(request.FullName!, StringComparison.Ordinal));

    // Flows that break the rules, and one that does not.
    internal sealed record NeitherPublicNorProtected : IRequest<Result<Success>>;

    internal sealed record BothPublicAndProtected(Secret AccessToken) : IPublicFlow<Success>, IProtectedFlow<Success>
    {
        // The compiler requires these two.
        Disclosure IFlow.Reveals => Disclosure.Anyone;

        AuthError IFlow.HiddenAs => AuthErrors.InvalidToken;
    }

    internal sealed record WithoutValidator : IPublicFlow<Success>;

    internal sealed record Careless(string Username, string NewPassword, string? Code, string RefreshToken, IReadOnlyList<string> BackupCodes, Secret Secret, string TokenType, string SessionId, string NextToken);

    internal sealed record WellFormedPublic : IPublicFlow<Success>;

    internal sealed record WellFormedProtected(Secret AccessToken) : IProtectedFlow<Success>;

    internal sealed class NeitherPublicNorProtectedValidator : AbstractValidator<NeitherPublicNorProtected>;

    internal sealed class BothPublicAndProtectedValidator : AbstractValidator<BothPublicAndProtected>;

    internal sealed class WellFormedPublicValidator : AbstractValidator<WellFormedPublic>;

    internal sealed class WellFormedProtectedValidator : AbstractValidator<WellFormedProtected>;
}
