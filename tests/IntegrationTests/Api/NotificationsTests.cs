using System.Collections.Concurrent;
using CognitoAuth.Application;
using CognitoAuth.Application.Notifications;
using CognitoAuth.IntegrationTests.Support;
using CognitoAuth.LocalCognito.Options;
using Microsoft.Extensions.DependencyInjection;

namespace CognitoAuth.IntegrationTests.Api;

/// <summary>Subscribers of a team's assembly get notifications of flows, and cannot disturb the flows.</summary>
public sealed class NotificationsTests
{
    private const string NewPassword = "Better-horse-2";

    [Fact]
    public async Task Subscribers_get_every_notification_even_if_one_of_them_throws_or_the_host_stops()
    {
        var heard = new ReceivedNotifications();
        // AddFlows scans this assembly, as it scans a team's.
        var api = TestApi.Start(Rotating, services: services => services.AddSingleton(heard).AddFlows(typeof(NotificationsTests).Assembly));
        string username;
        await using (api)
        {
            username = await Live(api);
        }

        // The host has stopped: it has delivered every notification that it accepted.
        heard.Names.ShouldBe(
            [
                "SignedUp", "SignUpConfirmed", "SignedIn", "RefreshTokenReused", "SignedIn", "PasswordChanged", "PasswordChanged", "SignedIn", "SignedOut", "SignedIn", "AccountDeleted",
            ],
            ignoreOrder: true);
        heard.All.ShouldAllBe(notification => notification.IpAddress == "127.0.0.1" && notification.At > DateTimeOffset.UtcNow.AddMinutes(-10));
        heard.All.OfType<SignedUp>().Single().Attributes.ShouldNotBeNull()["email"].ShouldBe(username);
        var subject = heard.All.OfType<SignedUp>().Single().Subject.ShouldNotBeNull();
        heard.All.OfType<SignedIn>().ShouldAllBe(signedIn => signedIn.Subject == subject);
        heard.All.OfType<AccountDeleted>().Single().Subject.ShouldBe(subject);
        heard.All.OfType<RefreshTokenReused>().Single().Subject.ShouldBe(subject);
        heard.All.OfType<PasswordChanged>().Select(changed => (changed.How, changed.SessionsEnded)).ShouldBe([(PasswordChange.Changed, true), (PasswordChange.Reset, false)], ignoreOrder: true);

        // One subscriber throws on every sign-in, before the others get it, and no response above changed.
        api.Log.Lines.Count(line => line.Contains("\"Subscriber\":\"ThrowingSubscriber\"", StringComparison.Ordinal)).ShouldBe(4);
    }

    private static async Task<string> Live(TestApi api)
    {
        await api.WarmUp();
        var username = Users.NewName();
        var signUp = new { username, password = Users.Password, attributes = new { email = username } };
        (await api.Post("/v1/auth/sign-up", signUp)).Status.ShouldBe(202);
        // The same response, and no second account.
        (await api.Post("/v1/auth/sign-up", signUp)).Status.ShouldBe(202);
        await Wait.Until(() => api.Cognito.Inbox.Of(username).Count == 2);
        (await api.Post("/v1/auth/sign-up/confirm", new { username, code = api.Cognito.Inbox.LatestCode(username) })).Status.ShouldBe(200);

        var tokens = await api.SignIn(username);
        (await api.Post("/v1/auth/token/refresh", new { refreshToken = tokens.Refresh })).Status.ShouldBe(200);
        (await api.Post("/v1/auth/token/refresh", new { refreshToken = tokens.Refresh })).ShouldBeProblem(401, "refresh_token_reused");

        tokens = await api.SignIn(username);
        (await api.Post("/v1/auth/password/change", new { currentPassword = Users.Password, newPassword = NewPassword }, tokens.Access)).Status.ShouldBe(204);
        (await api.Post("/v1/auth/password/forgot", new { username })).Status.ShouldBe(202);
        (await api.Post("/v1/auth/password/reset", new { username, code = api.Cognito.Inbox.LatestCode(username), newPassword = Users.Password })).Status.ShouldBe(204);

        (await api.Post("/v1/auth/sign-out", new { scope = "everywhere" }, (await api.SignIn(username)).Access)).Status.ShouldBe(204);
        (await api.Send(HttpMethod.Delete, "/v1/me", body: null, (await api.SignIn(username)).Access)).Status.ShouldBe(204);
        return username;
    }

    private static void Rotating(LocalCognitoOptions pool) => pool.Client.RefreshTokenRotation = true;
}

/// <summary>The notifications that the subscribers got.</summary>
internal sealed class ReceivedNotifications
{
    private readonly ConcurrentQueue<Notification> _all = new();

    public IReadOnlyList<Notification> All => [.. _all];

    public IReadOnlyList<string> Names => [.. _all.Select(notification => notification.GetType().Name)];

    public Task Note(Notification notification)
    {
        _all.Enqueue(notification);
        return Task.CompletedTask;
    }
}

internal sealed class ThrowingSubscriber : ISubscriber<SignedIn>
{
    public Task Handle(SignedIn notification, CancellationToken cancellationToken) => throw new InvalidOperationException("a bug of a team");
}

/// <summary>An open generic type: it gets every notification.</summary>
internal sealed class SubscriberOfAll<T>(ReceivedNotifications heard) : ISubscriber<T>
    where T : Notification
{
    public Task Handle(T notification, CancellationToken cancellationToken) => heard.Note(notification);
}
