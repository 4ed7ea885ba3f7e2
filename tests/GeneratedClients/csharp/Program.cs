using System.Net.Http.Json;
using System.Text.Json;
using CognitoAuth.GeneratedClient.Generated;
using CognitoAuth.GeneratedClient.Generated.Models;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary;

// Signs a new user in by password, and then by a code, with the client that Kiota generates: their types distinguish the two responses of a sign-in.
var address = new Uri(args[0]);
using var http = new HttpClient { BaseAddress = address };
using var adapter = new HttpClientRequestAdapter(new AnonymousAuthenticationProvider(), httpClient: http) { BaseUrl = args[0] };
var api = new CognitoAuthClient(adapter);
var username = $"csharp-{Guid.NewGuid():N}";
const string Password = "Correct-Horse-7";

var attributes = new SignUpRequest_attributes { AdditionalData = { ["email"] = $"{username}@example.com" } };
await api.V1.Auth.SignUp.PostAsync(new SignUpRequest { Username = username, Password = Password, Attributes = attributes });
await api.V1.Auth.SignUp.Confirm.PostAsync(new ConfirmSignUpRequest { Username = username, Code = await Code() });

Console.WriteLine($"C# by password: {await Finish(await api.V1.Auth.SignIn.PostAsync(new SignInRequest { Username = username, Password = Password }))}");
Console.WriteLine($"C# by a code: {await Finish(await api.V1.Auth.SignIn.PostAsync(new SignInRequest { Username = username, Method = SignInMethod.Email_otp }))}");

try
{
    await api.V1.Auth.SignIn.PostAsync(new SignInRequest { Username = username, Password = "Wrong-Horse-7" });
    throw new InvalidOperationException("A wrong password was accepted.");
}
catch (Problem problem) when (problem.Code == "invalid_credentials")
{
    Console.WriteLine($"C# with a wrong password: {problem.Status} {problem.Code}");
}

async Task<string> Finish(SignInResponse? outcome) => outcome switch
{
    { SignedInResponse.Tokens: { } tokens } => $"signed in for {tokens.ExpiresIn} s",
    { ChallengeResponse.Challenge: { } challenge } => $"{challenge.Name}, then {await Finish(await Answer(challenge))}",
    _ => throw new InvalidOperationException("Neither signed in nor challenged."),
};

async Task<SignInResponse?> Answer(Challenge challenge) => await api.V1.Auth.SignIn.Challenge.PostAsync(
    new AnswerChallengeRequest { Name = challenge.Name, Session = challenge.Session, Username = challenge.Username, Code = await Code() });

async Task<string?> Code() => (await http.GetFromJsonAsync<JsonElement>(new Uri(address, $"/dev/inbox?username={username}"))).GetProperty("messages")[0].GetProperty("code").GetString();
