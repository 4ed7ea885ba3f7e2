using System.Collections.Concurrent;
using System.Diagnostics;
using CognitoAuth.Application.Notifications;
using CognitoAuth.Application.Pipeline;
using CognitoAuth.Application.Ports;
using CognitoAuth.Infrastructure.Background;
using CognitoAuth.Tests.Shared;
using CognitoAuth.UnitTests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace CognitoAuth.UnitTests.Infrastructure.Background;

public sealed class BackgroundNotificationsTests : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));
    private readonly Heard _heard = new();
    private readonly RecordedLogs _logs = new();
    private readonly ServiceCollection _services = new();
    private ServiceProvider? _provider;
    private IServiceScope? _request;
    private NotificationQueue _queue = null!;

    [Fact]
    public async Task A_notification_reaches_every_subscriber_of_its_type_and_no_other()
    {
        _services.AddTransient<ISubscriber<SignedIn>, First>().AddTransient<ISubscriber<SignedIn>, Second>().AddTransient<ISubscriber<SignedOut>, OfSignOuts>();
        var notifications = await Started();

        notifications.Publish(SomeSignIn);
        await _queue.StopAsync(default);

        _heard.By.ShouldBe(["First", "Second"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_notification_has_the_time_address_and_metadata_of_its_call()
    {
        _services.AddTransient<ISubscriber<SignedIn>, First>();
        var notifications = await Started();
        var metadata = TestData.Map(("locale", "de"));
        _request!.ServiceProvider.GetRequiredService<FlowContext>().ClientMetadata = metadata;

        notifications.Publish(SomeSignIn);
        // Both have changed when the subscriber runs.
        _clock.Advance(TimeSpan.FromMinutes(1));
        _heard.Client.IpAddress = null;
        await _queue.StopAsync(default);

        _heard.What.ShouldHaveSingleItem().ShouldBe(SomeSignIn with { At = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), IpAddress = "192.0.2.1", ClientMetadata = metadata });
    }

    [Fact]
    public async Task A_subscriber_runs_in_the_background_of_the_call_that_published()
    {
        _services.AddTransient<ISubscriber<SignedIn>, First>();
        var notifications = await Started();

        notifications.Publish(SomeSignIn);
        _heard.Client.IpAddress = null;
        await _queue.StopAsync(default);

        var context = _heard.Scopes.ShouldHaveSingleItem().Context;
        // A flow that a subscriber sends counts against its limits: otherwise a caller could have more codes sent than a limit permits.
        context.IsBackground.ShouldBeFalse();
        context.IpAddress.ShouldBe("192.0.2.1");
    }

    [Fact]
    public async Task Each_subscriber_has_its_own_scope()
    {
        _services.AddTransient<ISubscriber<SignedIn>, First>().AddTransient<ISubscriber<SignedIn>, Second>();
        var notifications = await Started();

        notifications.Publish(SomeSignIn);
        await _queue.StopAsync(default);

        _heard.Scopes.Distinct().Count().ShouldBe(2);
        _heard.Scopes.ShouldAllBe(scope => scope.IsDisposed);
    }

    [Fact]
    public async Task A_subscriber_that_throws_is_logged_and_the_others_run()
    {
        _services.AddTransient<ISubscriber<SignedIn>, Throwing>().AddTransient<ISubscriber<SignedIn>, First>().AddTransient<ISubscriber<SignedOut>, OfSignOuts>();
        var notifications = await Started();

        notifications.Publish(SomeSignIn);
        notifications.Publish(SomeSignOut);
        await _queue.StopAsync(default);

        _heard.By.ShouldBe(["First", "OfSignOuts"], ignoreOrder: true);
        var line = _logs.Lines.ShouldHaveSingleItem();
        line.Level.ShouldBe(LogLevel.Error);
        line.Message.ShouldBe("Throwing failed on SignedIn");
        line.Exception.ShouldBeOfType<InvalidOperationException>();
    }

    // Four tasks run at once: as many subscribers block a thread and ignore their token.
    [Fact]
    public async Task Subscribers_that_hang_are_no_longer_awaited_and_the_others_run()
    {
        _services.AddTransient<ISubscriber<SignedIn>, Hanging>().AddTransient<ISubscriber<SignedOut>, OfSignOuts>();
        var notifications = await Started();

        for (var number = 0; number < 4; number++) notifications.Publish(SomeSignIn);
        notifications.Publish(SomeSignOut);
        await Task.Run(() => _heard.Hanging.Wait(Patience).ShouldBeTrue());
        _heard.By.ShouldBeEmpty();
        _clock.Advance(NotificationQueue.TimeLimit);
        await _queue.StopAsync(default);

        _heard.By.ShouldBe(["OfSignOuts"]);
        _logs.Lines.Select(line => line.Message).ShouldBe(Enumerable.Repeat("Hanging took too long to handle SignedIn and is no longer awaited", 4));
        _heard.MayGoOn.Set();
    }

    [Fact]
    public async Task Published_notifications_are_handled_before_the_queue_stops()
    {
        _services.AddTransient<ISubscriber<SignedIn>, Hanging>();
        var notifications = await Started();
        for (var number = 0; number < 10; number++) notifications.Publish(SomeSignIn);

        var stopping = _queue.StopAsync(default);
        stopping.IsCompleted.ShouldBeFalse();
        _heard.MayGoOn.Set();
        await stopping;

        _heard.By.Count.ShouldBe(10);
    }

    [Fact]
    public async Task The_token_of_a_subscriber_is_cancelled_when_the_shutdown_timeout_ends()
    {
        _services.AddTransient<ISubscriber<SignedIn>, Waiting>();
        var notifications = await Started();
        notifications.Publish(SomeSignIn);
        await _heard.IsWaiting.Task.WaitAsync(Patience);

        await _queue.StopAsync(new CancellationToken(canceled: true));

        await _heard.WasCancelled.Task.WaitAsync(Patience);
    }

    [Fact]
    public async Task A_notification_belongs_to_the_trace_of_its_request()
    {
        _services.AddTransient<ISubscriber<SignedIn>, First>();
        var notifications = await Started();

        using (var request = new Activity("request").Start())
        {
            notifications.Publish(SomeSignIn);
            await _queue.StopAsync(default);
            _heard.Traces.ShouldBe([request.TraceId]);
        }
    }

    [Fact]
    public async Task A_notification_without_subscribers_is_not_queued()
    {
        _services.AddTransient<ISubscriber<SignedOut>, OfSignOuts>();
        var notifications = await Started();
        await _queue.StopAsync(default);

        // A notification that is queued now is dropped with a warning.
        notifications.Publish(SomeSignIn);
        _logs.Lines.ShouldBeEmpty();
        notifications.Publish(SomeSignOut);
        _logs.Lines.ShouldHaveSingleItem();
    }

    public async ValueTask DisposeAsync()
    {
        _heard.MayGoOn.Set();
        _request?.Dispose();
        if (_provider is not null) await _provider.DisposeAsync();
        _heard.Dispose();
        _logs.Dispose();
    }

    private static SignedIn SomeSignIn => new("jane", "sub-1", SomeSession.IdOf("session-1"));

    private static SignedOut SomeSignOut => new(CognitoAuth.Application.Flows.Session.SignOutScope.Session, SomeSession.IdOf("session-1"), "sub-1");

    private async Task<INotifications> Started()
    {
        _provider = _services
            .AddSingleton(_heard)
            .AddSingleton<IClientContext>(_heard.Client)
            .AddSingleton<TimeProvider>(_clock)
            .AddScoped<Scope>()
            .AddLogging(logging => logging.AddProvider(_logs))
            .AddScoped<FlowContext>()
            .AddSingleton<NotificationQueue>()
            .AddTransient<INotifications, BackgroundNotifications>()
            .BuildServiceProvider(validateScopes: true);
        _queue = _provider.GetRequiredService<NotificationQueue>();
        await _queue.StartAsync(default);
        _request = _provider.CreateScope();
        return _request.ServiceProvider.GetRequiredService<INotifications>();
    }

    private sealed class First(Heard heard, Scope scope) : ISubscriber<SignedIn>
    {
        public Task Handle(SignedIn notification, CancellationToken cancellationToken) => heard.Note(this, notification, scope);
    }

    private sealed class Second(Heard heard, Scope scope) : ISubscriber<SignedIn>
    {
        public Task Handle(SignedIn notification, CancellationToken cancellationToken) => heard.Note(this, notification, scope);
    }

    private sealed class OfSignOuts(Heard heard, Scope scope) : ISubscriber<SignedOut>
    {
        public Task Handle(SignedOut notification, CancellationToken cancellationToken) => heard.Note(this, notification, scope);
    }

    private sealed class Throwing : ISubscriber<SignedIn>
    {
        public Task Handle(SignedIn notification, CancellationToken cancellationToken) => throw new InvalidOperationException("a bug");
    }

    private sealed class Hanging(Heard heard, Scope scope) : ISubscriber<SignedIn>
    {
        public Task Handle(SignedIn notification, CancellationToken cancellationToken)
        {
            if (!heard.Hanging.IsSet) heard.Hanging.Signal();
            heard.MayGoOn.Wait(Patience, CancellationToken.None);
            return heard.Note(this, notification, scope);
        }
    }

    private sealed class Waiting(Heard heard) : ISubscriber<SignedIn>
    {
        public async Task Handle(SignedIn notification, CancellationToken cancellationToken)
        {
            await using var ended = cancellationToken.Register(heard.WasCancelled.SetResult);
            heard.IsWaiting.SetResult();
            await heard.WasCancelled.Task;
        }
    }

    private sealed class Heard : IDisposable
    {
        private readonly ConcurrentQueue<(string By, Notification What, Scope Scope, ActivityTraceId? Trace)> _all = new();

        public FakeClientContext Client { get; } = new();

        /// <summary>Four subscribers that hang.</summary>
        public CountdownEvent Hanging { get; } = new(4);

        public ManualResetEventSlim MayGoOn { get; } = new();

        public TaskCompletionSource IsWaiting { get; } = new();

        public TaskCompletionSource WasCancelled { get; } = new();

        public IReadOnlyList<string> By => [.. _all.Select(heard => heard.By)];

        public IReadOnlyList<Notification> What => [.. _all.Select(heard => heard.What)];

        public IReadOnlyList<Scope> Scopes => [.. _all.Select(heard => heard.Scope)];

        public IReadOnlyList<ActivityTraceId?> Traces => [.. _all.Select(heard => heard.Trace)];

        public Task Note(object by, Notification what, Scope scope)
        {
            _all.Enqueue((by.GetType().Name, what, scope, Activity.Current?.TraceId));
            return Task.CompletedTask;
        }

        public void Dispose()
        {
            Hanging.Dispose();
            MayGoOn.Dispose();
        }
    }

    private sealed class Scope(FlowContext context) : IDisposable
    {
        public FlowContext Context => context;

        public bool IsDisposed { get; private set; }

        public void Dispose() => IsDisposed = true;
    }
}
