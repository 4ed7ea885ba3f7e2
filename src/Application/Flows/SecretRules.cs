using System.Text.RegularExpressions;
using FluentValidation.Validators;

namespace CognitoAuth.Application.Flows;

/// <summary>The length of a secret, if sent. Like FluentValidation's own length rules it exposes its limits to OpenAPI.</summary>
/// <param name="min">In characters.</param>
/// <param name="max">In characters.</param>
internal sealed class SecretLength<T>(int min = 0, int max = int.MaxValue) : PropertyValidator<T, Secret?>, ILengthValidator
{
    public override string Name => nameof(SecretLength<>);

    public int Min { get; } = min;

    public int Max { get; } = max;

    public override bool IsValid(ValidationContext<T> context, Secret? value) => value is null || (value.Reveal().Length >= Min && value.Reveal().Length <= Max);
}

/// <summary>The form of a secret, if sent.</summary>
/// <param name="expression">A regular expression in ECMA 262 syntax, except for the <c>\z</c> at its end.</param>
internal sealed class SecretPattern<T>(string expression) : PropertyValidator<T, Secret?>, IRegularExpressionValidator
{
    private readonly Regex _pattern = new(expression, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    public override string Name => nameof(SecretPattern<>);

    public string Expression { get; } = expression;

    public override bool IsValid(ValidationContext<T> context, Secret? value) => value is null || _pattern.IsMatch(value.Reveal());
}

/// <summary>The maximum number of entries of a map, if sent.</summary>
/// <param name="max">The maximum.</param>
internal sealed class EntryCount<T>(int max) : PropertyValidator<T, IReadOnlyDictionary<string, string>?>, ILengthValidator
{
    public override string Name => nameof(EntryCount<>);

    public int Min => 0;

    public int Max { get; } = max;

    public override bool IsValid(ValidationContext<T> context, IReadOnlyDictionary<string, string>? value) => value is null || value.Count <= Max;
}
