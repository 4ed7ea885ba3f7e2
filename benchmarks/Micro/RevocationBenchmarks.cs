using BenchmarkDotNet.Attributes;
using CognitoAuth.Application.Ports;
using CognitoAuth.Domain;
using CognitoAuth.Infrastructure.Revocation;

namespace CognitoAuth.Benchmarks.Micro;

/// <summary>The look-up that is made on every request, with as many sign-outs remembered; beside one where nobody has signed out.</summary>
public class RevocationBenchmarks
{
    private static readonly UserPoolId Pool = new("eu-west-1_Example");

    private readonly InProcessRevocations _none = new(Pool, TimeProvider.System);
    private readonly InProcessRevocations _revocations = new(Pool, TimeProvider.System);
    private readonly VerifiedToken _signedIn = Token(-1);
    private readonly VerifiedToken _signedOut = Token(0);

    /// <summary>How many sessions, and how many users, were signed out: half of the entries each.</summary>
    [Params(0, 10_000, 1_000_000)]
    public int SignOuts { get; set; }

    /// <summary>Signs them out.</summary>
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

    /// <summary>Nobody has signed out.</summary>
    [Benchmark(Baseline = true)]
    public RevocationStatus NoSignOuts() => _none.Check(_signedIn);

    /// <summary>Others have.</summary>
    [Benchmark]
    public RevocationStatus SignedIn() => _revocations.Check(_signedIn);

    /// <summary>This one has, if anybody.</summary>
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
