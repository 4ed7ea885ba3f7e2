namespace CognitoAuth.Api.OpenApi;

/// <summary>The flow that an endpoint sends.</summary>
/// <param name="Type">Its command or query.</param>
internal sealed record FlowOfEndpoint(Type Type);

/// <summary>Marks an endpoint whose flow does not call Cognito.</summary>
internal sealed record AnswersWithoutCognito;

/// <summary>Errors of an endpoint beside those of its kind.</summary>
/// <param name="Errors">The errors.</param>
internal sealed record OwnErrors(IReadOnlyList<AuthError> Errors);

/// <summary>A header of an endpoint's successful answer.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it says.</param>
internal sealed record AnswerHeader(string Name, string Description);

/// <summary>An example of an endpoint.</summary>
/// <param name="Name">Tells it from the others.</param>
/// <param name="Json">The body.</param>
/// <param name="IsOfRequest">Whether it is a request, and not a successful answer.</param>
internal sealed record Example(string Name, string Json, bool IsOfRequest);
