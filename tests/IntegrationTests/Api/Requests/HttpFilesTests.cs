using CognitoAuth.Application.Flows.SignIn;
using CognitoAuth.IntegrationTests.Support;
using CognitoAuth.LocalCognito;
using CognitoAuth.LocalCognito.Users;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.DependencyInjection;

namespace CognitoAuth.IntegrationTests.Api.Requests;

/// <summary>The <c>.http</c> files beside the API are complete, and each request gets the response that its title names.</summary>
public sealed class HttpFilesTests(HiddenApi hidden) : IClassFixture<HiddenApi>
{
    public static TheoryData<string> Files => [.. HttpFile.All.Select(file => file.Name)];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Every_request_gets_the_response_that_its_title_names(string name)
    {
        var file = HttpFile.All.Single(file => file.Name == name);
        file.Requests.Count.ShouldBeGreaterThan(3);
        file.Head.ShouldContain("dotnet run --project src/Api");
        await using var api = Start(file);
        await api.WarmUp();
        if (file.InvitedUser is { } invited) api.Services.GetRequiredService<LocalCognitoServer>().Pool.AddUser(invited.Username, invited.Password, UserStatus.ForceChangePassword);

        await new HttpFileRun(api.Client, file).Send();
    }

    [Fact]
    public void Every_address_of_the_contract_has_a_request() =>
        Routes().Where(route => !Requests().Any(request => Serves(route, request))).Select(NameOf).ShouldBeEmpty();

    [Fact]
    public void Every_request_has_an_address_that_exists() =>
        Requests().Where(request => request.Expected.Code != "method_not_allowed" && !Routes().Any(route => Serves(route, request))).Select(request => $"{request.Method} {request.Path}").ShouldBeEmpty();

    // A new challenge needs a request in these files.
    [Fact]
    public void Every_challenge_with_answer_members_of_its_own_has_a_request()
    {
        var names = ChallengeAnswers.Known.Names.ToList();
        names.Count.ShouldBeGreaterThan(10);

        names.Where(name => !Requests().Any(request => request.Body.Contains($"\"{name}\"", StringComparison.Ordinal))).ShouldBeEmpty();
    }

    private static TestApi Start(HttpFile file)
    {
        var settings = file.Settings.ToDictionary(setting => setting.Key, string? (setting) => setting.Value);
        settings["Cognito:Mode"] = "Embedded";
        // A free port instead of the port in the file.
        settings["LocalCognito:Port"] = "0";
        return TestApi.Start(settings: settings, environment: "Development");
    }

    private static IEnumerable<HttpFileRequest> Requests() => HttpFile.All.SelectMany(file => file.Requests).Where(request => !request.Path.StartsWith("/dev/", StringComparison.Ordinal));

    private IReadOnlyList<RouteEndpoint> Routes() => hidden.Api.Endpoints();

    private static bool Serves(RouteEndpoint route, HttpFileRequest request)
    {
        // Paths below this address reach it too: Api/Http/ForwardAuthRewrite.
        var path = request.Path.StartsWith("/v1/auth/verify/", StringComparison.Ordinal) ? "/v1/auth/verify" : request.Path;
        return (MethodsOf(route) is not { Count: > 0 } methods || methods.Contains(request.Method.Method, StringComparer.Ordinal))
            && new TemplateMatcher(TemplateParser.Parse(route.RoutePattern.RawText!), []).TryMatch(new PathString(path), []);
    }

    private static string NameOf(RouteEndpoint route) => $"{string.Join(',', MethodsOf(route) ?? [])} {route.RoutePattern.RawText}";

    private static IReadOnlyList<string>? MethodsOf(RouteEndpoint route) => route.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods;
}
