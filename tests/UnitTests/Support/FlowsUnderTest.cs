using System.Diagnostics.Metrics;
using CognitoAuth.Application;
using CognitoAuth.Application.Pipeline;
using CognitoAuth.Application.Ports;
using CognitoAuth.Domain;
using CognitoAuth.Infrastructure.RateLimiting;
using CognitoAuth.Infrastructure.Revocation;
using CognitoAuth.Tests.Shared;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace CognitoAuth.UnitTests.Support;

/// <summary>The flows with their real pipeline and ports that the test controls. With <c>remembersSignOuts</c> the revocations are the real ones of this process.</summary>
internal sealed class FlowsUnderTest : IAsyncDisposable
{
    /// <summary>What <see cref="UserPoolSettings.LongestAccessTokenLifetime"/> and the default refresh token lifetime are in the call log.</summary>
    public const string AccessTokenLife = "for 24 h";
    public const string RefreshTokenLife = "for 720 h";

    private readonly ServiceProvider _provider;

    public FlowsUnderTest(ExistenceErrors existenceErrors = ExistenceErrors.Hidden, bool hasAdminApi = false, bool remembersSignOuts = false, Action<SecurityOptions>? configure = null, PasskeySettings? passkeys = null, string[]? machineClientIds = null)
    {
        Cognito = new FakeCognitoGateway(CallLog);
        Revocations = new FakeRevocations(CallLog);
        // Time does not advance: a delayed response would never arrive.
        var security = new SecurityOptions { ExistenceErrors = existenceErrors, AnswerFloor = TimeSpan.Zero };
        configure?.Invoke(security);
        _provider = new ServiceCollection()
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Logs))
            .AddMetrics()
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton<IClientContext>(Client)
            .AddSingleton<ICognitoGateway>(Cognito)
            .AddSingleton<IAccessTokenVerifier>(Verifier)
            .AddSingleton<IRevocations>(_ => remembersSignOuts ? new InProcessRevocations(SomeSession.Pool, Clock) : Revocations)
            .AddSingleton<IBackgroundFlows>(Background)
            .AddTransient(provider => Notifications.Of(provider.GetRequiredService<FlowContext>()))
            .AddSingleton<IRateLimits>(new InProcessRateLimits(Clock, columns: 1 << 10))
            .AddSingleton(security)
            .AddSingleton(new PasswordPolicy())
            .AddSingleton(new UserPoolSettings(TimeSpan.FromDays(30), hasAdminApi) { Passkeys = passkeys, MachineClientIds = machineClientIds ?? [] })
            .AddApplication()
            .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    public CallLog CallLog { get; } = new();

    public FakeCognitoGateway Cognito { get; }

    public FakeAccessTokenVerifier Verifier { get; } = new();

    public FakeRevocations Revocations { get; }

    public FakeBackgroundFlows Background { get; } = new();

    public FakeNotifications Notifications { get; } = new();

    public FakeClientContext Client { get; } = new();

    /// <summary>The client of each request.</summary>
    public IReadOnlyDictionary<string, string>? ClientMetadata { get; set; }

    public RecordedLogs Logs { get; } = new();

    /// <summary>Creates the meters of these flows.</summary>
    public IMeterFactory Meters => _provider.GetRequiredService<IMeterFactory>();

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));

    /// <summary>The flows for a user who is signed in with <c>access-1</c>.</summary>
    public static FlowsUnderTest SignedIn(VerifiedToken? token = null, Action<SecurityOptions>? configure = null)
    {
        var flows = new FlowsUnderTest(configure: configure);
        flows.Verifier.Knows("access-1", token ?? TestData.Token());
        return flows;
    }

    /// <summary>Sends a request as an endpoint does: in its own scope.</summary>
    public async Task<Result<T>> Send<T>(IFlow<T> request, CancellationToken cancellationToken = default)
    {
        await using var scope = _provider.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<FlowContext>().ClientMetadata = ClientMetadata;
        return await scope.ServiceProvider.GetRequiredService<IFlows>().Send(request, cancellationToken);
    }

    /// <summary>Sends a request as a background flow, after the response.</summary>
    public async Task<Result<T>> SendInBackground<T>(IFlow<T> request)
    {
        await using var scope = _provider.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<FlowContext>().ContinueInBackground(new CallOrigin(Client.IpAddress, Client.EncodedUserContext, ClientMetadata: null));
        return await scope.ServiceProvider.GetRequiredService<IFlows>().Send(request);
    }

    /// <summary>The behaviors that a type of request passes, from the outermost to the innermost.</summary>
    public IReadOnlyList<Type> BehaviorsOf(Type request)
    {
        using var scope = _provider.CreateScope();
        var response = request.GetInterfaces().Single(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IRequest<>)).GenericTypeArguments[0];
        return [.. scope.ServiceProvider.GetServices(typeof(IPipelineBehavior<,>).MakeGenericType(request, response)).Select(behavior => behavior!.GetType().GetGenericTypeDefinition())];
    }

    /// <summary>The error of a request that must fail.</summary>
    public async Task<AuthError> Refusal<T>(IFlow<T> request) => (await Send(request)).Error.ShouldNotBeNull();

    /// <summary>The validation faults of a request: <c>password: It must have a digit.</c></summary>
    public async Task<IReadOnlyList<string>> Faults<T>(IFlow<T> request)
    {
        var error = await Refusal(request);
        error.Code.ShouldBeOneOf(AuthErrors.ValidationFailed.Code, AuthErrors.InvalidPassword.Code);
        CallLog.Entries.ShouldBeEmpty("a request that is wrong must not reach Cognito");
        return [.. error.Errors.ShouldNotBeNull().SelectMany(member => member.Value.Select(message => $"{member.Key}: {message}"))];
    }

    public ValueTask DisposeAsync() => _provider.DisposeAsync();
}
