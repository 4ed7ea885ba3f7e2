using CognitoAuth.Application;
using CognitoAuth.Application.Pipeline;
using CognitoAuth.Domain;
using FluentValidation;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace CognitoAuth.UnitTests.Application.Pipeline;

public sealed class FlowScanTests
{
    [Fact]
    public void Finds_no_fault_in_our_own_flows() => new FlowScan(typeof(IProtectedFlow).Assembly).Faults().ShouldBeEmpty();

    [Theory]
    [InlineData(typeof(NeitherPublicNorProtected), "must be either an IPublicFlow or an IProtectedFlow.")]
    [InlineData(typeof(BothPublicAndProtected), "must be either an IPublicFlow or an IProtectedFlow.")]
    [InlineData(typeof(WithoutValidator), "has no validator.")]
    public void Refuses_to_start_with_a_request_that_the_pipeline_would_pass_over(Type offender, string fault)
    {
        var refusal = Should.Throw<InvalidOperationException>(() => new ServiceCollection().AddFlows(typeof(FlowScanTests).Assembly));

        refusal.Message.Split(Environment.NewLine).Where(line => line.StartsWith($"{offender.FullName} ", StringComparison.Ordinal)).ShouldBe([$"{offender.FullName} {fault}"]);
    }

    [Theory]
    [InlineData(typeof(WellFormedPublic))]
    [InlineData(typeof(WellFormedProtected))]
    public void Has_nothing_against_a_well_formed_request(Type request) =>
        new FlowScan(typeof(FlowScanTests).Assembly).Faults().ShouldAllBe(fault => !fault.Contains(request.FullName!, StringComparison.Ordinal));

    // Deliberate offenders, and what they should look like.
    internal sealed record NeitherPublicNorProtected : IRequest<Result<Success>>;

    internal sealed record BothPublicAndProtected(Secret AccessToken) : IPublicFlow<Success>, IProtectedFlow<Success>;

    internal sealed record WithoutValidator : IPublicFlow<Success>;

    internal sealed record WellFormedPublic : IPublicFlow<Success>;

    internal sealed record WellFormedProtected(Secret AccessToken) : IProtectedFlow<Success>;

    internal sealed class NeitherPublicNorProtectedValidator : AbstractValidator<NeitherPublicNorProtected>;

    internal sealed class BothPublicAndProtectedValidator : AbstractValidator<BothPublicAndProtected>;

    internal sealed class WellFormedPublicValidator : AbstractValidator<WellFormedPublic>;

    internal sealed class WellFormedProtectedValidator : AbstractValidator<WellFormedProtected>;
}
