namespace CognitoAuth.IntegrationTests.Support;

public sealed class MannWhitneyTests
{
    // Hollander & Wolfe (1973), p. 69: permeability of placental membranes at term and at 12 to 26 weeks. U = 35; by the large-sample approximation p = 0.1103 (one-sided).
    private static readonly double[] AtTerm = [0.80, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46];
    private static readonly double[] Earlier = [1.15, 0.88, 0.90, 0.74, 1.21];

    [Fact]
    public void The_test_returns_the_published_value_of_a_published_sample()
    {
        MannWhitney.Z(AtTerm, Earlier).ShouldBe(1.2247, tolerance: 0.0001);
        MannWhitney.Z(Earlier, AtTerm).ShouldBe(-1.2247, tolerance: 0.0001);
    }

    // By hand: ranks 1, 3, 3 and 3, 5, 6; U = 1, mean 4.5, variance 9/12 · (7 − 24/30).
    [Fact]
    public void Equal_values_share_their_ranks() => MannWhitney.Z([1, 2, 2], [2, 3, 4]).ShouldBe(-3.5 / Math.Sqrt(0.75 * 6.2), tolerance: 1e-12);

    [Fact]
    public void A_sample_does_not_differ_from_itself() => MannWhitney.Z(AtTerm, AtTerm).ShouldBe(0, tolerance: 1e-12);
}
