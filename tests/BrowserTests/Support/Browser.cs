using System.Text.Json;
using Microsoft.Playwright;

namespace CognitoAuth.BrowserTests.Support;

/// <summary>A page in a real Chromium with a virtual authenticator (WebAuthn level 3, 12). It is a platform authenticator that verifies its user and confirms every prompt.</summary>
public sealed class Browser : IAsyncDisposable
{
    /// <summary>The path of Debian's package, or the path in <c>CHROMIUM</c>.</summary>
    private static readonly string Chromium = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium";

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;
    private readonly ICDPSession _devTools;
    private readonly string _authenticator;

    private Browser(IPlaywright playwright, IBrowser browser, IPage page, ICDPSession devTools, string authenticator) =>
        (_playwright, _browser, Page, _devTools, _authenticator) = (playwright, browser, page, devTools, authenticator);

    /// <summary>The page.</summary>
    public IPage Page { get; }

    /// <summary>Opens an empty page of an origin. The browser serves the page itself, so that the origin can be the API's.</summary>
    public static async Task<Browser> Open(Uri origin)
    {
        File.Exists(Chromium).ShouldBeTrue($"There is no {Chromium}. Install Debian's package chromium, or set CHROMIUM to the path of the program.");
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Chromium,
            // Without network access for updates, and without a sandbox, which a container cannot provide.
            Args = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
        var page = await browser.NewPageAsync();
        var devTools = await page.Context.NewCDPSessionAsync(page);
        await devTools.SendAsync("WebAuthn.enable");
        var added = await devTools.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new { protocol = "ctap2", transport = "internal", hasResidentKey = true, hasUserVerification = true, isUserVerified = true, automaticPresenceSimulation = true },
        });
        await page.RouteAsync("**/page.html", route => route.FulfillAsync(new RouteFulfillOptions { ContentType = "text/html", Body = "<!doctype html><title>Passkeys</title>" }));
        await page.GotoAsync(new Uri(origin, "/page.html").ToString());
        return new Browser(playwright, browser, page, devTools, added!.Value.GetProperty("authenticatorId").GetString()!);
    }

    /// <summary>Runs a script in the page: an asynchronous function with one argument.</summary>
    public async Task<JsonElement> Run(string script, object value) => await Page.EvaluateAsync<JsonElement>(script, value);

    /// <summary>The passkeys that the authenticator has.</summary>
    public async Task<IReadOnlyList<JsonElement>> Passkeys()
    {
        var answer = await _devTools.SendAsync("WebAuthn.getCredentials", new Dictionary<string, object> { ["authenticatorId"] = _authenticator });
        return [.. answer!.Value.GetProperty("credentials").EnumerateArray()];
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
