using System.Collections.Concurrent;
using CognitoAuth.Application.Pipeline;
using CognitoAuth.Application.Ports;
using CognitoAuth.Domain;
using CognitoAuth.Infrastructure.Background;
using CognitoAuth.UnitTests.Support;
using FluentValidation;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CognitoAuth.UnitTests.Infrastructure.Background;

public sealed class BackgroundFlowsTests : IAsyncDisposable
{
    private readonly Work _work = new();
    private readonly RecordedLogs _logs = new();
    private readonly ServiceProvider _provider;
    private readonly FakeClientContext _client = new() { EncodedUserContext = new Secret("a-fingerprint") };
    private readonly FlowQueue _queue;
    private readonly FlowContext _context;
    private readonly BackgroundFlows _flows;

    public BackgroundFlowsTests()
    {
        _provider = new ServiceCollection()
            .AddSingleton(_work)
            .AddScoped<Scope>()
            .AddSingleton<IClientContext>(_client)
            .AddScoped<FlowContext>()
            .AddTransient<ServiceFactory>(provider => provider.GetRequiredService)
            .AddTransient<IFlows, MediatorFlows>()
            .AddTransient<IRequestHandler<Note, Result<Success>>, NoteHandler>()
            .BuildServiceProvider(validateScopes: true);
        _queue = new FlowQueue(_provider.GetRequiredService<IServiceScopeFactory>(), _logs.For<FlowQueue>());
        _context = new FlowContext(_client);
        _flows = new BackgroundFlows(_queue, _context);
    }

    [Fact]
    public async Task Each_queued_flow_runs_in_its_own_scope()
    {
        await _queue.StartAsync(default);
        _flows.Enqueue(new Note("first"));
        _flows.Enqueue(new Note("second"));
        await _queue.StopAsync(default);

        _work.Done.Select(done => done.Text).ShouldBe(["first", "second"], ignoreOrder: true);
        _work.Done.Select(done => done.Scope).Distinct().Count().ShouldBe(2);
        _work.Done.ShouldAllBe(done => done.Scope.IsDisposed);
        // Rate limits counted them with the flow that queued them, and no caller waits for them.
        _work.Done.ShouldAllBe(done => done.Scope.Context.IsBackground);
    }

    [Fact]
    public async Task A_queued_flow_keeps_the_address_the_fingerprint_and_the_metadata_of_its_call()
    {
        _context.ClientMetadata = TestData.Map(("locale", "de"));
        _flows.Enqueue(new Note("first"));
        // The request has ended when the flow runs, and its context may serve another one.
        (_client.IpAddress, _client.EncodedUserContext) = ("198.51.100.9", null);

        await _queue.StartAsync(default);
        await _queue.StopAsync(default);

        var context = _work.Done.ShouldHaveSingleItem().Scope.Context;
        context.IpAddress.ShouldBe("192.0.2.1");
        context.EncodedUserContext.ShouldBe(new Secret("a-fingerprint"));
        context.ClientMetadata.ShouldBe(TestData.Map(("locale", "de")));
    }

    [Fact]
    public async Task The_caller_does_not_wait_for_a_queued_flow()
    {
        _work.MayFinish = new TaskCompletionSource();
        await _queue.StartAsync(default);

        _flows.Enqueue(new Note("first"));

        _work.Done.ShouldBeEmpty();
        _work.MayFinish.SetResult();
        await _queue.StopAsync(default);
        _work.Done.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Accepted_flows_are_finished_before_the_queue_stops()
    {
        _work.MayFinish = new TaskCompletionSource();
        await _queue.StartAsync(default);
        for (var number = 0; number < 10; number++) _flows.Enqueue(new Note($"note {number}"));

        var stopping = _queue.StopAsync(default);
        stopping.IsCompleted.ShouldBeFalse();
        _work.MayFinish.SetResult();
        await stopping;

        _work.Done.Count.ShouldBe(10);
    }

    [Fact]
    public async Task The_queue_stops_waiting_when_the_shutdown_timeout_ends()
    {
        _work.MayFinish = new TaskCompletionSource();
        await _queue.StartAsync(default);
        _flows.Enqueue(new Note("first"));

        await _queue.StopAsync(new CancellationToken(canceled: true));
        _work.MayFinish.SetResult();
    }

    [Fact]
    public async Task Flows_beyond_the_capacity_are_dropped_with_a_warning()
    {
        for (var number = 0; number < BackgroundQueue.Capacity + 2; number++) _flows.Enqueue(new Note("a password"));

        _logs.Lines.Select(line => (line.Level, line.Message)).ShouldBe(Enumerable.Repeat((LogLevel.Warning, "Note was dropped: the background queue is full or stopped"), 2));
        await _queue.StartAsync(default);
        await _queue.StopAsync(default);
        _work.Done.Count.ShouldBe(BackgroundQueue.Capacity);
    }

    [Fact]
    public async Task Flows_after_the_stop_are_dropped_with_a_warning()
    {
        await _queue.StartAsync(default);
        await _queue.StopAsync(default);

        _flows.Enqueue(new Note("late"));

        _logs.Lines.ShouldHaveSingleItem().Level.ShouldBe(LogLevel.Warning);
    }

    [Fact]
    public async Task The_queue_continues_after_a_flow_that_threw()
    {
        await _queue.StartAsync(default);
        _flows.Enqueue(new Note("throw"));
        _flows.Enqueue(new Note("second"));
        await _queue.StopAsync(default);

        _work.Done.Select(done => done.Text).ShouldBe(["second"]);
        var line = _logs.Lines.ShouldHaveSingleItem();
        line.Level.ShouldBe(LogLevel.Error);
        line.Message.ShouldBe("Note failed in the background");
        line.Exception.ShouldBeOfType<InvalidOperationException>();
    }

    [Fact]
    public async Task Work_that_a_flow_left_is_finished_before_the_queue_stops()
    {
        var work = new TaskCompletionSource();
        await _queue.StartAsync(default);
        _flows.Track("Sending", work.Task);

        var stopping = _queue.StopAsync(default);
        stopping.IsCompleted.ShouldBeFalse();
        work.SetResult();
        await stopping;
        _logs.Lines.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_failure_of_work_that_a_flow_left_is_logged()
    {
        await _queue.StartAsync(default);
        _flows.Track("Sending", Task.FromException(new InvalidOperationException("a bug")));
        await _queue.StopAsync(default);

        var line = _logs.Lines.ShouldHaveSingleItem();
        line.Level.ShouldBe(LogLevel.Error);
        line.Message.ShouldBe("Sending failed in the background");
    }

    public async ValueTask DisposeAsync()
    {
        _queue.Dispose();
        await _provider.DisposeAsync();
        _logs.Dispose();
    }

    internal sealed record Note(string Text) : IPublicFlow<Success>;

    internal sealed class NoteValidator : AbstractValidator<Note>;

    private sealed class NoteHandler(Work work, Scope scope) : IFlowHandler<Note, Success>
    {
        public async Task<Result<Success>> Handle(Note request, CancellationToken cancellationToken)
        {
            await (work.MayFinish?.Task ?? Task.CompletedTask);
            if (request.Text == "throw") throw new InvalidOperationException("a bug");
            work.Done.Enqueue((request.Text, scope));
            return default(Success);
        }
    }

    private sealed class Work
    {
        public ConcurrentQueue<(string Text, Scope Scope)> Done { get; } = new();

        public TaskCompletionSource? MayFinish { get; set; }
    }

    private sealed class Scope(FlowContext context) : IDisposable
    {
        public FlowContext Context => context;

        public bool IsDisposed { get; private set; }

        public void Dispose() => IsDisposed = true;
    }
}
