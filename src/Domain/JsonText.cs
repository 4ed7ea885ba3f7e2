namespace CognitoAuth.Domain;

/// <summary>
/// A JSON document as text, passed between a browser and Cognito without being parsed: the documents of WebAuthn (Level 3, section 5.1). Only the API and the gateway read and write JSON.
/// It prints as <c>***</c>, since a browser's credential is a proof of identity.
/// </summary>
/// <param name="Text">Well-formed JSON, without leading or trailing white space.</param>
public sealed record JsonText(string Text)
{
    /// <summary>Whether the document is a JSON object.</summary>
    public bool IsObject => Text.StartsWith('{');

    /// <inheritdoc/>
    public override string ToString() => "***";
}
