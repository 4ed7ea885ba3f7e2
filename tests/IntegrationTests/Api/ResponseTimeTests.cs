using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using CognitoAuth.IntegrationTests.Support;
using CognitoAuth.LocalCognito.Users;
using Xunit.Abstractions;

namespace CognitoAuth.IntegrationTests.Api;

/// <summary>
/// No public call reveals by its time whether an account exists. The test interleaves known and unknown names, over a pool that is 30 ms slower for known ones. A call fails when two measurements
/// in a row, each with new names, differ at p = 0.01: by chance one call in ten thousand does. The test measures time, so no other test runs at the same time.
/// </summary>
[Trait("Clock", "Real")]
[Trait("Duration", "Long")]
[Collection(nameof(ResponseTimeTests))]
[CollectionDefinition(nameof(ResponseTimeTests), DisableParallelization = true)]
public sealed class ResponseTimeTests(ITestOutputHelper output)
{
    private const int SamplesOfEach = 60;
    private const int WarmUps = 5;

    private static readonly TimeSpan Floor = TimeSpan.FromMilliseconds(150);
    private static readonly TimeSpan Slower = TimeSpan.FromMilliseconds(30);

    private readonly ConcurrentDictionary<string, bool> _known = new(StringComparer.Ordinal);

    /// <summary>Calls that anyone can make about a name.</summary>
    private enum Call
    {
        SignIn,
        SignUp,
        ResendCode,
        ConfirmSignUp,
        ForgotPassword,
        ResetPassword,
    }

    [Fact]
    public async Task The_response_time_does_not_reveal_who_has_an_account() => (await Told(Floor)).ShouldBeEmpty();

    // Otherwise the test above could not fail.
    [Fact]
    public async Task The_response_time_reveals_who_has_an_account_without_an_answer_floor() => (await Told(TimeSpan.Zero)).ShouldBe(Enum.GetValues<Call>());

    private async Task<IReadOnlyList<Call>> Told(TimeSpan floor)
    {
        await using var api = TestApi.Start(settings: new Dictionary<string, string?>(StringComparer.Ordinal) { ["Security:AnswerFloor"] = floor.ToString() });
        api.Cognito.Faults.Latency = (_, request) => _known.ContainsKey(NameIn(request)) ? Slower : TimeSpan.Zero;

        await api.WarmUp();

        // In parallel, because they mostly wait.
        var told = await Task.WhenAll(Enum.GetValues<Call>().Select(async call => (Call: call, IsTold: await CanTell(api, call) && await CanTell(api, call))));
        return [.. told.Where(result => result.IsTold).Select(result => result.Call)];
    }

    private async Task<bool> CanTell(TestApi api, Call call)
    {
        for (var warmUp = 0; warmUp < WarmUps; warmUp++) await Measure(api, call, isKnown: warmUp % 2 == 0);

        var order = Enumerable.Repeat(true, SamplesOfEach).Concat(Enumerable.Repeat(false, SamplesOfEach)).ToArray();
        Random.Shared.Shuffle(order);
        List<double> known = [], unknown = [];
        foreach (var isKnown in order) (isKnown ? known : unknown).Add(await Measure(api, call, isKnown));

        var z = MannWhitney.Z(known, unknown);
        output.WriteLine($"{call}: known {Median(known):0.0} ms, unknown {Median(unknown):0.0} ms, z = {z:0.00}");
        return Math.Abs(z) > MannWhitney.OnePercent;
    }

    /// <summary>The time of one call about a new name, in milliseconds.</summary>
    private async Task<double> Measure(TestApi api, Call call, bool isKnown)
    {
        var name = isKnown ? api.Cognito.Pool.Add(call is Call.ResendCode or Call.ConfirmSignUp ? UserStatus.Unconfirmed : UserStatus.Confirmed) : Users.NewName();
        if (isKnown) _known[name] = true;

        var started = Stopwatch.GetTimestamp();
        var response = await Send(api, call, name);
        var elapsed = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        response.Status.ShouldBe(call switch
        {
            Call.SignIn => 401,
            Call.ConfirmSignUp or Call.ResetPassword => 400,
            _ => 202,
        });
        return elapsed;
    }

    private static Task<ApiResponse> Send(TestApi api, Call call, string username) => call switch
    {
        Call.SignIn => api.Post("/v1/auth/sign-in", new { username, password = "Wrong-horse-1" }),
        Call.SignUp => api.Post("/v1/auth/sign-up", new { username, password = Users.Password, attributes = new { email = "someone@example.com" } }),
        Call.ResendCode => api.Post("/v1/auth/sign-up/resend-code", new { username }),
        Call.ConfirmSignUp => api.Post("/v1/auth/sign-up/confirm", new { username, code = "000000" }),
        Call.ForgotPassword => api.Post("/v1/auth/password/forgot", new { username }),
        Call.ResetPassword => api.Post("/v1/auth/password/reset", new { username, code = "000000", newPassword = "Other-horse-1" }),
        _ => throw new UnreachableException(),
    };

    private static string NameIn(JsonElement request) =>
        request.TryGetProperty("Username", out var username) || (request.TryGetProperty("AuthParameters", out var parameters) && parameters.TryGetProperty("USERNAME", out username)) ? username.GetString()! : "";

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
