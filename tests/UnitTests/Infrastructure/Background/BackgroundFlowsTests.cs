using System.Collections.Concurrent;
using CognitoAuth.Application.Pipeline;
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
    private readonly BackgroundFlows _flows;

    public BackgroundFlowsTests()
    {
        _provider = new ServiceCollection()
            .AddSingleton(_work)
            .AddScoped<Scope>()
            .AddScoped<FlowOrigin>()
            .AddTransient<ServiceFactory>(provider => provider.GetRequiredService)
            .AddTransient<IFlows, MediatorFlows>()
            .AddTransient<IRequestHandler<Note, Result<Success>>, NoteHandler>()
            .BuildServiceProvider(validateScopes: true);
        _flows = new BackgroundFlows(_provider.GetRequiredService<IServiceScopeFactory>(), _logs.For<BackgroundFlows>());
    }

    [Fact]
    public async Task Runs_what_was_queued_each_in_a_scope_of_its_own()
    {
        await _flows.StartAsync(default);
        _flows.Enqueue(new Note("first"));
        _flows.Enqueue(new Note("second"));
        await _flows.StopAsync(default);

        _work.Done.Select(done => done.Text).ShouldBe(["first", "second"], ignoreOrder: true);
        _work.Done.Select(done => done.Scope).Distinct().Count().ShouldBe(2);
        _work.Done.ShouldAllBe(done => done.Scope.IsDisposed);
        // They were counted with the flow that queued them, and nobody waits for them.
        _work.Done.ShouldAllBe(done => done.Scope.Origin.IsBackground);
    }

    [Fact]
    public async Task Does_not_make_the_caller_wait()
    {
        _work.MayFinish = new TaskCompletionSource();
        await _flows.StartAsync(default);

        _flows.Enqueue(new Note("first"));

        _work.Done.ShouldBeEmpty();
        _work.MayFinish.SetResult();
        await _flows.StopAsync(default);
        _work.Done.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Finishes_what_was_accepted_before_it_stops()
    {
        _work.MayFinish = new TaskCompletionSource();
        await _flows.StartAsync(default);
        for (var number = 0; number < 10; number++) _flows.Enqueue(new Note($"note {number}"));

        var stopping = _flows.StopAsync(default);
        stopping.IsCompleted.ShouldBeFalse();
        _work.MayFinish.SetResult();
        await stopping;

        _work.Done.Count.ShouldBe(10);
    }

    [Fact]
    public async Task Stops_waiting_when_the_host_has_no_more_time()
    {
        _work.MayFinish = new TaskCompletionSource();
        await _flows.StartAsync(default);
        _flows.Enqueue(new Note("first"));

        await _flows.StopAsync(new CancellationToken(canceled: true));
        _work.MayFinish.SetResult();
    }

    [Fact]
    public async Task Drops_what_is_beyond_its_capacity_with_a_warning()
    {
        for (var number = 0; number < BackgroundQueue.Capacity + 2; number++) _flows.Enqueue(new Note("a password"));

        _logs.Lines.Select(line => (line.Level, line.Message)).ShouldBe(Enumerable.Repeat((LogLevel.Warning, "Note was dropped: too much waits in the background"), 2));
        await _flows.StartAsync(default);
        await _flows.StopAsync(default);
        _work.Done.Count.ShouldBe(BackgroundQueue.Capacity);
    }

    [Fact]
    public async Task Drops_what_comes_after_the_stop_with_a_warning()
    {
        await _flows.StartAsync(default);
        await _flows.StopAsync(default);

        _flows.Enqueue(new Note("late"));

        _logs.Lines.ShouldHaveSingleItem().Level.ShouldBe(LogLevel.Warning);
    }

    [Fact]
    public async Task Goes_on_after_a_flow_that_threw()
    {
        await _flows.StartAsync(default);
        _flows.Enqueue(new Note("throw"));
        _flows.Enqueue(new Note("second"));
        await _flows.StopAsync(default);

        _work.Done.Select(done => done.Text).ShouldBe(["second"]);
        var line = _logs.Lines.ShouldHaveSingleItem();
        line.Level.ShouldBe(LogLevel.Error);
        line.Message.ShouldBe("Note failed in the background");
        line.Exception.ShouldBeOfType<InvalidOperationException>();
    }

    [Fact]
    public async Task Finishes_what_a_flow_left_to_it_before_it_stops()
    {
        var work = new TaskCompletionSource();
        await _flows.StartAsync(default);
        _flows.Finish("Sending", work.Task);

        var stopping = _flows.StopAsync(default);
        stopping.IsCompleted.ShouldBeFalse();
        work.SetResult();
        await stopping;
        _logs.Lines.ShouldBeEmpty();
    }

    [Fact]
    public async Task Logs_the_failure_of_what_a_flow_left_to_it()
    {
        await _flows.StartAsync(default);
        _flows.Finish("Sending", Task.FromException(new InvalidOperationException("a bug")));
        await _flows.StopAsync(default);

        var line = _logs.Lines.ShouldHaveSingleItem();
        line.Level.ShouldBe(LogLevel.Error);
        line.Message.ShouldBe("Sending failed in the background");
    }

    public async ValueTask DisposeAsync()
    {
        _flows.Dispose();
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

    private sealed class Scope(FlowOrigin origin) : IDisposable
    {
        public FlowOrigin Origin => origin;

        public bool IsDisposed { get; private set; }

        public void Dispose() => IsDisposed = true;
    }
}
