using CognitoAuth.Application.Ports;
using CognitoAuth.Domain;
using CognitoAuth.Infrastructure.Revocation;
using CognitoAuth.Tests.Shared;
using Microsoft.Extensions.Time.Testing;

namespace CognitoAuth.UnitTests.Infrastructure.Revocation;

public sealed partial class InProcessRevocationsTests : IDisposable
{
    private const string Jane = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";
    private const string Joe = "bbbbbbbb-bbbb-cccc-dddd-eeeeeeeeeeee";

    private static readonly DateTimeOffset Noon = new(2026, 3, 4, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);
    private static readonly TimeSpan Month = TimeSpan.FromDays(30);

    private readonly FakeTimeProvider _time = new(Noon);
    private readonly InProcessRevocations _revocations;

    public InProcessRevocationsTests() => _revocations = new(SomeSession.Pool, _time);

    public void Dispose() => _revocations.Dispose();

    // Sessions

    [Fact]
    public async Task Every_token_of_an_ended_session_is_refused_and_no_other()
    {
        var ended = Token(Jane);
        await EndSession(ended, Day);

        Check(ended).ShouldBe(RevocationStatus.SessionEnded);
        Check(ended with { IssuedAt = Noon.AddHours(1) }).ShouldBe(RevocationStatus.SessionEnded, "a refreshed token of the session");
        Check(Token(Jane)).ShouldBe(RevocationStatus.Live, "another session of the user");
    }

    [Theory]
    [InlineData("11111111-2222-3333-4444-5555555555aa", "11111111-2222-3333-4444-5555555555AA")]
    [InlineData("11111111-2222-3333-4444-5555555555aa", "11111111222233334444" + "5555555555aa")]
    [InlineData("11111111-2222-3333-4444-5555555555aa", "{11111111-2222-3333-4444-5555555555aa}")]
    [InlineData("00000001-2222-3333-4444-5555555555aa", "0x000001-2222-3333-4444-5555555555aa")]
    [InlineData("a", "b")]
    [InlineData("a", "a ")]
    public async Task Sessions_whose_texts_look_alike_are_distinguished(string one, string other)
    {
        await _revocations.EndSession(SomeSession.IdOf(one), Day, CancellationToken.None);

        Check(Token(Jane).WithOriginJti(one)).ShouldBe(RevocationStatus.SessionEnded);
        Check(Token(Jane).WithOriginJti(other)).ShouldBe(RevocationStatus.Live);
    }

    [Theory]
    [InlineData(Jane)]
    [InlineData("not-a-uuid")]
    public async Task A_session_without_origin_jti_is_identified_by_user_and_second(string subject)
    {
        await NamesSessionsByUserAndSecond(subject);
        await NamesSessionsByUserAndSecond(subject + new string('x', 1000));
    }

    [Fact]
    public async Task An_ended_session_is_forgotten_when_its_lifetime_is_over()
    {
        var token = Token(Jane);
        await EndSession(token, Day);

        _time.Advance(Day);
        Check(token).ShouldBe(RevocationStatus.SessionEnded);
        _time.Advance(TimeSpan.FromSeconds(1));
        Check(token).ShouldBe(RevocationStatus.Live);
    }

    [Fact]
    public async Task A_session_lives_shorter_once_Cognito_confirmed()
    {
        var token = Token(Jane);
        await EndSession(token, Month);
        await EndSession(token, Day);

        _time.Advance(Day + TimeSpan.FromSeconds(1));
        Check(token).ShouldBe(RevocationStatus.Live);
    }

    [Fact]
    public async Task A_later_sign_out_that_Cognito_did_not_confirm_lives_long()
    {
        var token = Token(Jane);
        await EndSession(token, Month);
        await EndSession(token, Day);
        await EndSession(token, Month);

        _time.Advance(Month);
        Check(token).ShouldBe(RevocationStatus.SessionEnded);
    }

    // Sign-ins up to a time

    [Fact]
    public async Task Sign_ins_up_to_the_second_of_the_sign_out_are_refused_and_no_later_ones()
    {
        await EndSignIns(Jane, Noon.AddMilliseconds(999), Day);

        Check(Token(Jane, Noon.AddYears(-1))).ShouldBe(RevocationStatus.SignInsEnded);
        Check(Token(Jane, Noon)).ShouldBe(RevocationStatus.SignInsEnded);
        Check(Token(Jane, Noon.AddSeconds(1))).ShouldBe(RevocationStatus.Live);
        Check(Token(Joe, Noon)).ShouldBe(RevocationStatus.Live);
    }

    [Theory]
    [InlineData(-20)]
    [InlineData(20)]
    public async Task Cognitos_time_replaces_ours(int cognitosClockIsAheadBy)
    {
        var confirmed = Noon.AddSeconds(cognitosClockIsAheadBy);
        await EndSignIns(Jane, Noon, Month);
        await Confirm(Jane, Noon, confirmed, Day);

        Check(Token(Jane, confirmed)).ShouldBe(RevocationStatus.SignInsEnded);
        Check(Token(Jane, confirmed.AddSeconds(1))).ShouldBe(RevocationStatus.Live);
    }

    [Fact]
    public async Task Sign_outs_that_overlap_do_not_weaken_each_other()
    {
        // The clock of the first caller was 10 s ahead.
        await EndSignIns(Jane, Noon.AddSeconds(10), Month);
        await EndSignIns(Jane, Noon.AddSeconds(1), Month);

        await Confirm(Jane, Noon.AddSeconds(1), Noon.AddSeconds(2), Day);
        Check(Token(Jane, Noon.AddSeconds(10))).ShouldBe(RevocationStatus.SignInsEnded, "the first sign-out is not confirmed yet");

        await Confirm(Jane, Noon.AddSeconds(10), Noon, Day);
        Check(Token(Jane, Noon.AddSeconds(2))).ShouldBe(RevocationStatus.SignInsEnded, "what the second confirmed still holds");
        Check(Token(Jane, Noon.AddSeconds(3))).ShouldBe(RevocationStatus.Live);
    }

    [Fact]
    public async Task Two_sign_outs_of_one_second_are_confirmed_one_by_one()
    {
        await EndSignIns(Jane, Noon, Month);
        await EndSignIns(Jane, Noon, Month);

        await Confirm(Jane, Noon, Noon.AddSeconds(-5), Day);
        Check(Token(Jane, Noon)).ShouldBe(RevocationStatus.SignInsEnded);
        await Confirm(Jane, Noon, Noon.AddSeconds(-4), Day);
        Check(Token(Jane, Noon)).ShouldBe(RevocationStatus.Live);
        Check(Token(Jane, Noon.AddSeconds(-4))).ShouldBe(RevocationStatus.SignInsEnded);
    }

    [Fact]
    public async Task A_confirmation_of_a_forgotten_sign_out_is_in_force()
    {
        await Confirm(Jane, Noon, Noon.AddSeconds(3), Day);

        Check(Token(Jane, Noon.AddSeconds(3))).ShouldBe(RevocationStatus.SignInsEnded);
    }

    [Fact]
    public async Task A_sign_out_lives_long_until_Cognito_confirmed_and_shorter_then()
    {
        await EndSignIns(Jane, Noon, Month);
        await EndSignIns(Joe, Noon, Month);
        await Confirm(Joe, Noon, Noon, Day);

        _time.Advance(Day + TimeSpan.FromSeconds(1));
        Check(Token(Jane, Noon)).ShouldBe(RevocationStatus.SignInsEnded);
        Check(Token(Joe, Noon)).ShouldBe(RevocationStatus.Live);

        _time.Advance(Month - Day);
        Check(Token(Jane, Noon)).ShouldBe(RevocationStatus.Live);
    }

    [Fact]
    public async Task A_confirmation_does_not_shorten_another_sign_out_that_waits()
    {
        await EndSignIns(Jane, Noon, Month);
        await EndSignIns(Jane, Noon.AddSeconds(1), Month);
        await Confirm(Jane, Noon.AddSeconds(1), Noon.AddSeconds(1), Day);

        _time.Advance(Month);
        Check(Token(Jane, Noon)).ShouldBe(RevocationStatus.SignInsEnded);
    }

    [Fact]
    public async Task An_earlier_confirmation_does_not_shorten_a_later_one()
    {
        await Confirm(Jane, Noon, Noon, Day);
        _time.Advance(TimeSpan.FromHours(12));
        await Confirm(Jane, Noon, Noon.AddSeconds(-1), Day);

        _time.Advance(Day);
        Check(Token(Jane, Noon)).ShouldBe(RevocationStatus.SignInsEnded);
    }

    [Fact]
    public async Task Repeated_sign_outs_while_Cognito_is_unreachable_take_no_more_memory_and_weaken_nothing()
    {
        await EndSignIns(Jane, Noon.AddHours(1), Month);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var repeats = 0; repeats < 10_000; repeats++) await EndSignIns(Jane, Noon, Month);

        // An entry that grew would have been copied 10,000 times at an average of 80 kB.
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(20_000_000);
        for (var repeats = 0; repeats < 10_000; repeats++) await Confirm(Jane, Noon, Noon.AddSeconds(-1), Day);

        Check(Token(Jane, Noon.AddHours(1))).ShouldBe(RevocationStatus.SignInsEnded);
    }

    // Cost

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_look_up_allocates_nothing(bool hasOriginJti)
    {
        var live = Token(Jane, Noon.AddSeconds(1));
        var ended = Token(Jane, Noon);
        if (!hasOriginJti) (live, ended) = (live.WithOriginJti(null), ended.WithOriginJti(null));

        await EndSignIns(Jane, Noon, Month);
        await EndSession(Token(Jane), Day);
        Check(live).ShouldBe(RevocationStatus.Live);
        Check(ended).ShouldBe(RevocationStatus.SignInsEnded);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var repeats = 0; repeats < 1_000; repeats++)
        {
            _revocations.Check(live);
            _revocations.Check(ended);
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    private static VerifiedToken Token(string subject, DateTimeOffset? authTime = null) => SomeSession.Token(subject, authTime ?? Noon.AddMinutes(-5));

    private async Task NamesSessionsByUserAndSecond(string subject)
    {
        var token = Token(subject, Noon).WithOriginJti(null);
        await EndSession(token, Day);

        Check(token with { IssuedAt = Noon.AddHours(1) }).ShouldBe(RevocationStatus.SessionEnded);
        Check((token with { AuthTime = Noon.AddSeconds(1) }).WithIds()).ShouldBe(RevocationStatus.Live);
        Check((token with { Subject = Joe }).WithIds()).ShouldBe(RevocationStatus.Live);
    }

    private RevocationStatus Check(VerifiedToken token) => _revocations.Check(token);

    private async Task EndSession(VerifiedToken token, TimeSpan lifetime) =>
        (await _revocations.EndSession(token.Session, lifetime, CancellationToken.None)).Error.ShouldBeNull();

    private async Task EndSignIns(string subject, DateTimeOffset upTo, TimeSpan lifetime) =>
        (await _revocations.EndSignIns(subject, upTo, lifetime, CancellationToken.None)).Error.ShouldBeNull();

    private async Task Confirm(string subject, DateTimeOffset upTo, DateTimeOffset confirmed, TimeSpan lifetime) =>
        (await _revocations.ConfirmSignInsEnded(subject, upTo, confirmed, lifetime, CancellationToken.None)).Error.ShouldBeNull();

    private ValueTask<RevocationMark> Mark() => _revocations.Mark(CancellationToken.None);

    private Task Admit(VerifiedToken token, RevocationMark mark) => _revocations.Admit(token, mark, CancellationToken.None).AsTask();
}
