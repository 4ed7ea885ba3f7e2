using Carter;
using CognitoAuth.Api;
using CognitoAuth.Api.Http;
using CognitoAuth.Application.Pipeline;
using CognitoAuth.Domain;
using CognitoAuth.IntegrationTests.Support;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CognitoAuth.IntegrationTests.Api.OpenApi;

public sealed class TeamFlowsTests
{
    [Fact]
    public async Task The_document_describes_the_flow_of_a_team_by_its_types()
    {
        await using var api = TestApi.Start(services: services => new CognitoAuthBuilder(services).AddFlowsFrom(typeof(TeamFlowsTests).Assembly));
        var document = Contract.Read((await api.Get("/openapi/v1.json")).Text);
        var operation = document.Operations.Single(operation => operation.Path == GreetModule.Path);

        operation.RequiresBearer.ShouldBeTrue();
        operation.Codes(400).ShouldBe(["malformed_request", "validation_failed"]);
        operation.Codes(401).ShouldBe(["invalid_token"]);
        operation.Codes(409).ShouldBe(["greeted_already"]);
        operation.Codes(503).ShouldBe(["keys_unavailable", "revocation_unavailable"]);

        var body = document.Resolve(operation.Body!);
        body["required"]!.AsArray().Select(name => name!.GetValue<string>()).ShouldBe(["name"]);
        body["properties"]!["name"]!["maxLength"]!.GetValue<int>().ShouldBe(40);
        // The rule has a condition, so it is not a limit of every request.
        body["properties"]!["tone"]!["maxLength"].ShouldBeNull();
        (await api.Post(GreetModule.Path, operation.BodyExamples["formal"]!, (await api.SignIn(api.Cognito.Pool.Add())).Access)).Status.ShouldBe(204);
    }
}

public sealed record GreetCommand(Secret AccessToken, string Name) : IProtectedFlow<Success>
{
    public string? Tone { get; init; }
}

internal sealed class GreetValidator : AbstractValidator<GreetCommand>
{
    public GreetValidator()
    {
        RuleFor(command => command.Name).NotEmpty().MaximumLength(40);
        RuleFor(command => command.Tone).MaximumLength(10).When(command => command.Name != "Jane");
    }
}

internal sealed class GreetHandler : IFlowHandler<GreetCommand, Success>
{
    public Task<Result<Success>> Handle(GreetCommand request, CancellationToken cancellationToken) => Task.FromResult<Result<Success>>(default(Success));
}

public sealed class GreetModule : ICarterModule
{
    public const string Path = "/v1/team/greetings";

    public void AddRoutes(IEndpointRouteBuilder app) => app
        .MapPost(Path, async (BearerToken bearer, GreetRequest body, IFlows flows, CancellationToken cancellationToken) =>
            (await flows.Send(new GreetCommand(bearer.OrEmpty, body.Name ?? "") { Tone = body.Tone }, cancellationToken)).ToHttp())
        .WithName("Greet").WithTags("Team").WithSummary("Greets a user.")
        .Runs<GreetCommand>().WithoutCognitoCall()
        .Produces(StatusCodes.Status204NoContent)
        .ProducesErrors(new AuthError("greeted_already", ErrorKind.Conflict, "They were greeted already."))
        .WithRequestExample("""{ "name": "Jane", "tone": "formal" }""", "formal");
}

public sealed record GreetRequest(string? Name, string? Tone);
