namespace CognitoAuth.IntegrationTests.Support;

/// <summary>The Mann–Whitney U test (Wilcoxon rank sum): whether two samples come from one distribution of any form. An outlier counts only by its rank.</summary>
public static class MannWhitney
{
    /// <summary>The absolute value that <see cref="Z"/> exceeds in one of a hundred comparisons of samples from one distribution.</summary>
    public const double OnePercent = 2.5758;

    /// <summary>The standardized rank sum of the first sample, by the normal approximation (from about ten values each), corrected for ties; positive when its values are larger.</summary>
    public static double Z(IReadOnlyList<double> first, IReadOnlyList<double> second)
    {
        double n = first.Count, m = second.Count, total = n + m, rankSum = 0, ties = 0, rank = 1;
        foreach (var equal in first.Select(value => (Value: value, IsFirst: true)).Concat(second.Select(value => (Value: value, IsFirst: false))).GroupBy(sample => sample.Value).OrderBy(group => group.Key))
        {
            double count = equal.Count();
            rankSum += equal.Count(sample => sample.IsFirst) * (rank + ((count - 1) / 2));
            ties += (count * count * count) - count;
            rank += count;
        }

        var u = rankSum - (n * (n + 1) / 2);
        return (u - (n * m / 2)) / Math.Sqrt(n * m / 12 * (total + 1 - (ties / (total * (total - 1)))));
    }
}
