using System.Globalization;
using CsCheck;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Theory.Tests.Numbers;

public sealed class NumberTextTests
{
    [Theory]
    [InlineData(8, "8")]
    [InlineData(-8, "-8")]
    [InlineData(0, "0")]
    [InlineData(-0.0, "0")]
    [InlineData(0.1, "0.1")]
    [InlineData(19 / 3.0, "6.33333333333333")]
    [InlineData(0.7500000000000002, "0.75")]
    [InlineData(0.9999999999999999, "1")]
    [InlineData(1e15, "1000000000000000")]
    [InlineData(1e16, "1E16")]
    [InlineData(-1.5e-9, "-1.5E-9")]
    [InlineData(double.Epsilon, "4.94065645841247E-324")]
    [InlineData(double.MaxValue, "1.79769313486232E308")]
    [InlineData(double.NaN, "double.NaN")]
    [InlineData(double.PositiveInfinity, "double.PositiveInfinity")]
    [InlineData(double.NegativeInfinity, "double.NegativeInfinity")]
    public void Literals_have_fifteen_digits(double value, string expected) => Assert.Equal(expected, NumberText.Literal(value));

    [Theory]
    [InlineData(8, "8.0")]
    [InlineData(0, "0.0")]
    [InlineData(0.5, "0.5")]
    [InlineData(1e20, "1E20")]
    public void A_literal_can_be_forced_to_be_a_double(double value, string expected) => Assert.Equal(expected, NumberText.Literal(value, asDouble: true));

    [Theory]
    [InlineData(19 / 3.0, 6, "6.33333")]
    [InlineData(2 / 3.0, 6, "0.666667")]
    [InlineData(0.05, 6, "0.05")]
    [InlineData(1234567.8, 6, "1234568")]
    [InlineData(0.00001234567, 3, "0.0000123")]
    [InlineData(2.5e-8, 3, "2.5E-8")]
    [InlineData(double.PositiveInfinity, 6, "∞")]
    [InlineData(double.NegativeInfinity, 6, "-∞")]
    public void Words_cut_trailing_zeros(double value, int digits, string expected) => Assert.Equal(expected, NumberText.Words(value, digits));

    [Fact]
    public void Ties_go_to_even_because_the_expansion_is_exact()
    {
        Assert.Equal("0.12", NumberText.Words(0.125, 2));
        Assert.Equal("0.38", NumberText.Words(0.375, 2));
        Assert.Equal("2", NumberText.Words(2.5, 1));
    }

    [Fact]
    public void Exact_text_reads_back_as_the_same_double() =>
        Gen.Double.Where(double.IsFinite).Sample(value =>
        {
            var text = NumberText.Exact(value);
            return double.Parse(text, CultureInfo.InvariantCulture) == value && text.Length <= value.ToString("R", CultureInfo.InvariantCulture).Length + 20;
        });

    [Fact]
    public void Exact_text_is_the_shortest_of_fifteen_to_seventeen_digits()
    {
        Assert.Equal("0.30000000000000004", NumberText.Exact(0.1 + 0.2));
        Assert.Equal("0.3", NumberText.Exact(0.3));
        Assert.Equal("9007199254740992", NumberText.Exact(9007199254740992));
    }

    [Fact]
    public void Literals_agree_with_the_runtime_and_are_idempotent() =>
        Gen.Double.Where(value => double.IsFinite(value) && value != 0).Sample(value =>
        {
            var literal = NumberText.Literal(value);
            var rounded = NumberText.Rounded(value);
            var reference = double.Parse(value.ToString("E14", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
            return rounded == reference
                && (double.IsInfinity(rounded) || (double.Parse(literal, CultureInfo.InvariantCulture) == rounded && NumberText.Literal(rounded) == literal));
        });

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    public void Culture_does_not_matter(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);
            Assert.Equal("-1234.5", NumberText.Literal(-1234.5));
            Assert.Equal("-1.5E-9", NumberText.Words(-1.5e-9));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
