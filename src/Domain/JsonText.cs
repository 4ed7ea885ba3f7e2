namespace CognitoAuth.Domain;

/// <summary>
/// A JSON document as text: what passes between a browser and Cognito without a look inside, above all the documents of WebAuthn (Level 3, section 5.1). Only the edges read and write JSON.
/// It prints as <c>***</c>, since a browser's credential is a proof of identity.
/// </summary>
/// <param name="Text">Well-formed JSON, without white space around it.</param>
public sealed record JsonText(string Text)
{
    /// <summary>Whether the document is a JSON object.</summary>
    public bool IsObject => Text.StartsWith('{');

    /// <inheritdoc/>
    public override string ToString() => "***";
}
