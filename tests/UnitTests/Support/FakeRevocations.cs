using CognitoAuth.Application.Ports;
using CognitoAuth.Domain;

namespace CognitoAuth.UnitTests.Support;

/// <summary>Logs what is recorded and returns what the test set.</summary>
internal sealed class FakeRevocations(CallLog calls) : IRevocations
{
    private long _mark;

    /// <summary>The status of every token.</summary>
    public RevocationStatus Status { get; set; } = RevocationStatus.Live;

    /// <summary>Recording fails.</summary>
    public bool IsDown { get; set; }

    public bool IsAvailable => Status is not RevocationStatus.Unknown;

    public bool IsAllRecorded => !IsDown;

    public RevocationStatus Check(VerifiedToken token) => Status;

    public ValueTask<Result<Success>> EndSession(SessionId session, TimeSpan lifetime, CancellationToken cancellationToken)
    {
        calls.Add($"EndSession {session} for {lifetime.TotalHours} h");
        return Recorded();
    }

    public ValueTask<Result<Success>> EndSignIns(string subject, DateTimeOffset upTo, TimeSpan lifetime, CancellationToken cancellationToken)
    {
        calls.Add($"EndSignIns {subject} up to {upTo:s} for {lifetime.TotalHours} h");
        return Recorded();
    }

    public ValueTask<Result<Success>> ConfirmSignInsEnded(string subject, DateTimeOffset upTo, DateTimeOffset confirmed, TimeSpan lifetime, CancellationToken cancellationToken)
    {
        calls.Add($"ConfirmSignInsEnded {subject} up to {upTo:s} at {confirmed:s} for {lifetime.TotalHours} h");
        return Recorded();
    }

    public ValueTask<RevocationMark> Mark(CancellationToken cancellationToken)
    {
        calls.Add($"Mark");
        return new(new RevocationMark(++_mark));
    }

    public ValueTask Admit(VerifiedToken token, RevocationMark mark, CancellationToken cancellationToken)
    {
        calls.Add($"Admit {token.Session} after {mark.Value}");
        return ValueTask.CompletedTask;
    }

    private ValueTask<Result<Success>> Recorded() => ValueTask.FromResult<Result<Success>>(IsDown ? AuthErrors.RevocationUnavailable : default(Success));
}
