using System.Reflection;
using CognitoAuth.Api.Http;
using CognitoAuth.Api.OpenApi;
using CognitoAuth.Application.Pipeline;
using CognitoAuth.Domain;
using FluentValidation;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace CognitoAuth.UnitTests.Api.OpenApi;

public sealed class DescribedEndpointTests
{
    private static readonly string[] OfAny = ["internal_error"];
    private static readonly string[] OfPublic = ["rate_limited"];
    private static readonly string[] OfBody = ["malformed_request", "payload_too_large", "unsupported_media_type"];
    private static readonly string[] OfBearer = ["invalid_token", "keys_unavailable", "revocation_unavailable"];

    private static readonly string[] OfCognito =
    [
        "invalid_parameter", "blocked", "password_reset_required", "user_disabled", "user_not_confirmed", "misconfigured", "not_enabled", "upstream_invalid", "upstream_throttled", "upstream_unavailable",
    ];

    [Fact]
    public void A_public_flow_can_be_rate_limited_and_needs_no_token()
    {
        var endpoint = Describe(new EndpointFlow(typeof(PublicCommand)));

        endpoint.ReadsBearer.ShouldBeFalse();
        Codes(endpoint).ShouldBe([.. OfAny, .. OfPublic, .. OfCognito, "upstream_timeout"], ignoreOrder: true);
    }

    [Fact]
    public void A_protected_flow_requires_a_token_and_can_return_every_error_of_its_verification()
    {
        var endpoint = Describe(new EndpointFlow(typeof(ProtectedQuery)));

        endpoint.IsProtected.ShouldBeTrue();
        Codes(endpoint).ShouldBe([.. OfAny, .. OfBearer, .. OfCognito, "forbidden", "upstream_timeout"], ignoreOrder: true);
    }

    [Fact]
    public void A_flow_that_does_not_call_Cognito_has_none_of_its_errors() =>
        Codes(Describe(new EndpointFlow(typeof(ProtectedQuery)), new WithoutCognitoCall())).ShouldBe([.. OfAny, .. OfBearer], ignoreOrder: true);

    [Fact]
    public void A_public_flow_with_a_token_parameter_does_not_require_the_token()
    {
        var endpoint = Describe(new EndpointFlow(typeof(PublicCommand)), typeof(DescribedEndpointTests).GetMethod(nameof(WithToken), BindingFlags.NonPublic | BindingFlags.Static)!);

        endpoint.ReadsBearer.ShouldBeTrue();
        endpoint.IsProtected.ShouldBeFalse();
        Codes(endpoint).ShouldBe([.. OfAny, .. OfPublic, .. OfBearer, .. OfCognito, "forbidden", "upstream_timeout"], ignoreOrder: true);
    }

    [Fact]
    public void A_body_can_be_unreadable_and_a_validator_can_refuse_it() => Codes(Describe(new EndpointFlow(typeof(PublicCommand)), new Body()))
        .ShouldBe([.. OfAny, .. OfPublic, .. OfBody, .. OfCognito, "upstream_timeout"], ignoreOrder: true);

    [Fact]
    public void Only_a_validator_with_rules_adds_validation_failed()
    {
        Codes(Describe(new EndpointFlow(typeof(ValidatedCommand)))).ShouldContain("validation_failed");
        Codes(Describe(new EndpointFlow(typeof(PublicCommand)))).ShouldNotContain("validation_failed");
    }

    [Fact]
    public void A_call_whose_outcome_matters_returns_outcome_unknown_instead_of_a_timeout() =>
        Codes(Describe(new EndpointFlow(typeof(PublicCommand)), new EndpointErrors([AuthErrors.OutcomeUnknown]))).ShouldBe([.. OfAny, .. OfPublic, .. OfCognito, "outcome_unknown"], ignoreOrder: true);

    [Fact]
    public void Endpoint_lists_each_error_once_including_those_of_a_team()
    {
        var ofTeam = new AuthError("link_used", ErrorKind.Invalid, "The link was used.");

        Codes(Describe(new EndpointFlow(typeof(ProtectedQuery)), new EndpointErrors([ofTeam, AuthErrors.Forbidden]), new EndpointErrors([ofTeam])))
            .ShouldBe([.. OfAny, .. OfBearer, .. OfCognito, "forbidden", "link_used", "upstream_timeout"], ignoreOrder: true);
    }

    [Fact]
    public void An_endpoint_without_a_flow_has_only_its_own_errors() => Codes(Describe(new EndpointErrors([AuthErrors.NotFound]))).ShouldBe(["not_found", "internal_error"]);

    private static DescribedEndpoint Describe(params object[] metadata) =>
        new(metadata, new ServiceCollection().AddSingleton<IValidator<ValidatedCommand>, ValidatedValidator>().AddSingleton<IValidator<PublicCommand>, PublicValidator>().BuildServiceProvider());

    private static IEnumerable<string> Codes(DescribedEndpoint endpoint) => endpoint.Errors().Select(error => error.Code);

    private static void WithToken(BearerToken bearer) => _ = bearer;

    private sealed record PublicCommand : IPublicFlow<Success>;

    private sealed record ProtectedQuery(Secret AccessToken) : IProtectedFlow<Success>;

    private sealed record ValidatedCommand(string Name) : IPublicFlow<Success>;

    private sealed class PublicValidator : AbstractValidator<PublicCommand>;

    private sealed class ValidatedValidator : AbstractValidator<ValidatedCommand>
    {
        public ValidatedValidator() => RuleFor(command => command.Name).NotEmpty();
    }

    private sealed class Body : IAcceptsMetadata
    {
        public IReadOnlyList<string> ContentTypes => ["application/json"];

        public Type? RequestType => typeof(ValidatedCommand);

        public bool IsOptional => false;
    }
}
