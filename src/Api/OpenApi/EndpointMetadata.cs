namespace CognitoAuth.Api.OpenApi;

/// <summary>The flow that an endpoint sends.</summary>
/// <param name="Type">Its command or query.</param>
internal sealed record EndpointFlow(Type Type);

/// <summary>Marks an endpoint whose flow does not call Cognito.</summary>
internal sealed record WithoutCognitoCall;

/// <summary>Errors of an endpoint beside those of its kind.</summary>
/// <param name="Errors">The errors.</param>
internal sealed record EndpointErrors(IReadOnlyList<AuthError> Errors);

/// <summary>A header of an endpoint's successful answer.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it says.</param>
internal sealed record ResponseHeader(string Name, string Description);

/// <summary>An example of an endpoint.</summary>
/// <param name="Name">Tells it from the others.</param>
/// <param name="Json">The body.</param>
/// <param name="IsOfRequest">Whether it is a request, and not a successful answer.</param>
internal sealed record Example(string Name, string Json, bool IsOfRequest);
