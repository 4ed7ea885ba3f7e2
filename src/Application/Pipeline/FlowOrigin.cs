namespace CognitoAuth.Application.Pipeline;

/// <summary>Where the flows of a scope come from.</summary>
public sealed class FlowOrigin
{
    /// <summary>They run after the answer to a flow that was counted already: they are not counted again, and nobody waits for them.</summary>
    public bool IsBackground { get; set; }
}
