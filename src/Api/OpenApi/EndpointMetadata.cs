namespace CognitoAuth.Api.OpenApi;

/// <summary>The flow that an endpoint sends.</summary>
/// <param name="Type">The command or query.</param>
internal sealed record EndpointFlow(Type Type);

/// <summary>Marks an endpoint whose flow does not call Cognito.</summary>
internal sealed record WithoutCognitoCall;

/// <summary>Errors of an endpoint in addition to those of its kind.</summary>
/// <param name="Errors">The errors.</param>
internal sealed record EndpointErrors(IReadOnlyList<AuthError> Errors);

/// <summary>A header of an endpoint's successful response.</summary>
/// <param name="Name">The header's name.</param>
/// <param name="Description">The meaning of its value.</param>
internal sealed record ResponseHeader(string Name, string Description);

/// <summary>An example of an endpoint.</summary>
/// <param name="Name">The example's name, unique in the endpoint.</param>
/// <param name="Json">The body.</param>
/// <param name="IsOfRequest">Whether the body is a request; otherwise it is a successful response.</param>
internal sealed record Example(string Name, string Json, bool IsOfRequest);
