using System.Globalization;
using MechanismDsl.Theory.Data;
using MechanismDsl.Theory.SingleParameter;

namespace MechanismDsl.Theory.Tests.Data;

internal static class IronedBlocks
{
    /// <summary>Requires that the served ironed blocks of a sample are these: lowest type and score of each, as in <c>80:35.99 85:37.2</c>.</summary>
    public static void AssertEqual(string blocks, BidSample sample, DataOptions options)
    {
        var grid = new TypeGrid(sample, options);
        var pieces = EmpiricalIroning.Of(grid, grid.Count(_ => true)).Pieces;
        var expected = blocks.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(block => block.Split(':').Select(number => double.Parse(number, CultureInfo.InvariantCulture)).ToArray())
            .ToArray();

        Assert.Equal(expected.Select(block => block[0]), pieces.Select(piece => piece.From));
        for (var index = 0; index < expected.Length; index++)
        {
            Close.Equal(expected[index][1], Assert.IsType<ConstantPiece>(pieces[index]).Score);
            Assert.Equal(index + 1 < expected.Length ? expected[index + 1][0] : double.PositiveInfinity, pieces[index].To);
        }
    }
}
