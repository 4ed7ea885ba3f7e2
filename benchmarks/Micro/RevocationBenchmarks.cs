using BenchmarkDotNet.Attributes;
using CognitoAuth.Application.Ports;
using CognitoAuth.Domain;
using CognitoAuth.Infrastructure.Revocation;

namespace CognitoAuth.Benchmarks.Micro;

/// <summary>The look-up of every request, with many sign-outs, compared with a look-up without any.</summary>
public class RevocationBenchmarks
{
    private static readonly UserPoolId Pool = new("eu-west-1_Example");

    private readonly InProcessRevocations _none = new(Pool, TimeProvider.System);
    private readonly InProcessRevocations _revocations = new(Pool, TimeProvider.System);
    private readonly VerifiedToken _signedIn = Token(-1);
    private readonly VerifiedToken _signedOut = Token(0);

    /// <summary>The number of entries: one half are sessions, the other half are users.</summary>
    [Params(0, 10_000, 1_000_000)]
    public int SignOuts { get; set; }

    /// <summary>Signs the sessions and users out.</summary>
    [GlobalSetup]
    public async Task SignOut()
    {
        for (var index = 0; index < SignOuts / 2; index++)
        {
            await _revocations.EndSession(Token(index).Session, TimeSpan.FromHours(24), CancellationToken.None);
            await _revocations.EndSignIns(Token(-2 - index).Subject, DateTimeOffset.UtcNow, TimeSpan.FromHours(24), CancellationToken.None);
        }

        if (_revocations.Count != SignOuts) throw new InvalidOperationException($"{_revocations.Count} entries are remembered of {SignOuts}.");
    }

    /// <summary>Stops the timers.</summary>
    [GlobalCleanup]
    public void Stop()
    {
        _revocations.Dispose();
        _none.Dispose();
    }

    /// <summary>No session has been signed out.</summary>
    [Benchmark(Baseline = true)]
    public RevocationStatus NoSignOuts() => _none.Check(_signedIn);

    /// <summary>Other sessions have been signed out.</summary>
    [Benchmark]
    public RevocationStatus SignedIn() => _revocations.Check(_signedIn);

    /// <summary>The session itself has been signed out.</summary>
    [Benchmark]
    public RevocationStatus SignedOut() => _revocations.Check(_signedOut);

    private static VerifiedToken Token(int number) => Token(new Guid(number, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0).ToString(), new Guid(number, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0).ToString());

    private static VerifiedToken Token(string subject, string originJti) => new()
    {
        Subject = subject,
        Username = "jane",
        ClientId = "client",
        OriginJti = originJti,
        Session = SessionId.Of(Pool, originJti),
        SubjectId = SubjectId.Of(Pool, subject),
        AuthTime = DateTimeOffset.UtcNow.AddMinutes(-1),
        IssuedAt = DateTimeOffset.UtcNow.AddMinutes(-1),
        ExpiresAt = DateTimeOffset.UtcNow.AddHours(1),
    };
}
